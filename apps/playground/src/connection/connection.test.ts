import { ChatClient } from '@farebox/chat';
import { isChatError } from '@farebox/core';
import { simulate } from '@farebox/simulator';
import { describe, expect, it } from 'vitest';
import { type Connection, connectionOptions } from './connection.js';
import { HeldKey } from './held-key.js';

const key = 'sk-canary-7Qx2mZr9Vb4TnK8wLp3J';
const grant = { token: 'a-token', provider: 'groq', models: ['llama-3.1-8b-instant'] } as const;

/** What a client sends over a connection, and where. */
async function sentOver(connection: Connection, model = 'gpt-4o-mini') {
  const simulator = simulate({ seed: 1 });
  const requests: Request[] = [];
  const note =
    (who: string): typeof fetch =>
    async (input, init) => {
      const request = new Request(input, init);
      request.headers.set('x-who', who);
      requests.push(request);
      return simulator.fetch(input, init);
    };
  const surroundings = {
    simulator: note('simulator'),
    fetch: note('network'),
    page: 'http://127.0.0.1:4173/live.html',
  };
  const options = connectionOptions(connection, surroundings);
  const client = new ChatClient({ ...options, model, retry: false });
  await client.ask('Hi').catch((error) => {
    if (!isChatError(error)) throw error;
  });
  const [request] = requests;
  if (request === undefined) throw new Error('Nothing was sent.');
  const { url, headers } = request;
  return { url, who: headers.get('x-who'), authorization: headers.get('authorization'), headers };
}

describe('connectionOptions', () => {
  it('the simulator is asked in the page, without a key', async () => {
    expect(await sentOver({ kind: 'simulator' })).toMatchObject({
      who: 'simulator',
      authorization: null,
    });
  });

  it('a provider is asked at its own address, with the key that was typed', async () => {
    const connection = { kind: 'provider', provider: 'openai', key: new HeldKey(key) } as const;
    const sent = await sentOver(connection);
    expect(sent).toMatchObject({
      who: 'network',
      url: 'https://api.openai.com/v1/chat/completions',
      authorization: `Bearer ${key}`,
    });
    expect(sent.headers.has('anthropic-dangerous-direct-browser-access')).toBe(false);
  });

  it('Anthropic is told that a browser asks, because it answers no other page', async () => {
    const connection = { kind: 'provider', provider: 'anthropic', key: new HeldKey(key) } as const;
    const { url, headers } = await sentOver(connection, 'claude-haiku-4-5');
    expect(url).toBe('https://api.anthropic.com/v1/chat/completions');
    expect(headers.get('anthropic-dangerous-direct-browser-access')).toBe('true');
    expect(headers.get('authorization')).toBe(`Bearer ${key}`);
  });

  it('a preflight has no header to refuse but the key, the type and what the provider wants', async () => {
    const connection = { kind: 'provider', provider: 'gemini', key: new HeldKey(key) } as const;
    const { headers } = await sentOver(connection, 'gemini-2.5-flash-lite');
    const names = [...headers.keys()].filter((name) => name !== 'x-who');
    expect(names).toEqual(['authorization', 'content-type']);
  });

  it('a server of this machine is asked without a key', async () => {
    const sent = await sentOver(
      { kind: 'provider', provider: 'ollama', key: undefined },
      'llama3.2',
    );
    expect(sent).toMatchObject({
      url: 'http://localhost:11434/v1/chat/completions',
      authorization: null,
    });
  });

  it('farebox play is asked at the host of the page, with its token in place of a key', async () => {
    expect(await sentOver({ kind: 'play', grant }, 'llama-3.1-8b-instant')).toMatchObject({
      who: 'network',
      url: 'http://127.0.0.1:4173/v1/chat/completions',
      authorization: 'Bearer a-token',
    });
  });
});
