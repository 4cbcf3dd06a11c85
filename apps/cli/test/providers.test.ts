import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { farebox } from './command.js';

interface Recorded {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The recordings that the library is tested with: data, read from where it lies. */
function recorded(provider: string, name: string): Recorded {
  const folder = join(import.meta.dirname, '../../../packages/chat/src/fixtures/recorded');
  return JSON.parse(readFileSync(join(folder, `${provider}.json`), 'utf8'))[name];
}

const key = 'key-canary-0123456789';
let close: (() => Promise<void>) | undefined;
afterEach(() => close?.());

/** A server on this machine that answers everything with what was recorded. */
async function replay({ status, headers, body }: Recorded) {
  const requests: { path: string; authorization: string; body: Record<string, unknown> }[] = [];
  const server = createServer(async (incoming, outgoing) => {
    let text = '';
    for await (const piece of incoming.setEncoding('utf8')) text += piece;
    const { authorization = '' } = incoming.headers;
    requests.push({ path: incoming.url ?? '', authorization, body: JSON.parse(text) });
    outgoing.writeHead(status, headers).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  close = () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/v1`, requests };
}

/** Asks with the key in the provider's variable, and nothing else but the flag. */
async function ask(recorded: Recorded, variable: string, ...argv: string[]) {
  const { url, requests } = await replay(recorded);
  const environment = { [variable]: key, OPENAI_API_KEY: 'sk-canary-of-openai-0123456789' };
  const result = await farebox([...argv, '--base-url', url, '--retries', '0', 'Hello?'], {
    environment,
  });
  expect(result.out + result.error).not.toContain('canary');
  return { ...result, requests };
}

describe('one flag is enough', () => {
  it('for an Anthropic key: a Claude model answers, streamed, and the price is its own', async () => {
    const asked = await ask(
      recorded('anthropic', 'stream'),
      'ANTHROPIC_API_KEY',
      '--provider',
      'anthropic',
    );
    expect([asked.code, asked.out]).toEqual([0, 'Hello from Claude.\n']);
    expect(asked.error).toContain('$0.000061');
    expect(asked.requests).toMatchObject([
      {
        path: '/v1/chat/completions',
        authorization: `Bearer ${key}`,
        body: { model: 'claude-haiku-4-5', stream_options: { include_usage: true } },
      },
    ]);
  });

  it('for a Gemini key: thoughts that only the total counts are charged', async () => {
    const argv = ['--provider', 'gemini', '-m', 'gemini-2.5-flash', '--json'];
    const asked = await ask(recorded('gemini', 'thinking'), 'GEMINI_API_KEY', ...argv);
    expect(asked.code).toBe(0);
    // 3 tokens at $0.30 and 68 at $2.50 per million.
    expect(JSON.parse(asked.out)).toMatchObject({ text: 'OK.', costUsd: '0.0001709' });
    expect(asked.requests).toMatchObject([{ authorization: `Bearer ${key}` }]);
  });
});

describe('what those endpoints fail with has its exit code', () => {
  it.each([
    ['anthropic', 'ANTHROPIC_API_KEY', 'badKey', 4],
    ['anthropic', 'ANTHROPIC_API_KEY', 'rateLimit', 5],
    ['anthropic', 'ANTHROPIC_API_KEY', 'noModel', 11],
    ['gemini', 'GEMINI_API_KEY', 'badKey', 4],
    ['gemini', 'GEMINI_API_KEY', 'overloaded', 7],
  ] as const)('%s, %s, %s: %i', async (provider, variable, name, exit) => {
    const reply = recorded(provider, name);
    const { code, out, error } = await ask(reply, variable, '--provider', provider);
    expect([code, out]).toEqual([exit, '']);
    expect(error).toMatch(/^farebox: \w+Error: The provider answered \d{3}/m);
  });

  it('a filtered answer of Gemini is 9 under --strict', async () => {
    const argv = ['--provider', 'gemini', '--strict', '--no-stream'];
    expect((await ask(recorded('gemini', 'filtered'), 'GEMINI_API_KEY', ...argv)).code).toBe(9);
  });
});
