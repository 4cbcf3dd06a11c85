import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simulate } from '@farebox/simulator';
import { type Server, serve } from '@farebox/simulator/node';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { farebox, startCommand } from '../command.js';

const key = 'sk-canary-c0ffee00c0ffee00c0ffee00';
const folder = mkdtempSync(join(tmpdir(), 'farebox-play-'));
/** Who is asked, with what it was asked in its books. */
const provider = simulate({
  seed: 1,
  pace: { firstTokenMs: 0, tokensPerSecond: 200 },
  answers: [() => 'word '.repeat(100)],
});
let upstream: Server;
let child: ChildProcessWithoutNullStreams;
let port: number;
let token: string;
let said = '';
let environment: Readonly<Record<string, string>>;

beforeAll(async () => {
  upstream = await serve(provider);
  environment = { FAREBOX_HOME: folder, OPENAI_BASE_URL: upstream.url, OPENAI_API_KEY: key };
  child = startCommand(['play', '--no-open'], { environment });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    said += text;
  });
  const line = await new Promise<string>((resolve) => {
    child.stdout.setEncoding('utf8').once('data', resolve);
  });
  said += line;
  const address = new URL(line.trim());
  port = Number(address.port);
  token = new URLSearchParams(address.hash.slice(1)).get('play') ?? '';
});
afterAll(async () => {
  child.kill('SIGKILL');
  await upstream.close();
  rmSync(folder, { recursive: true });
});

/** Sends bytes as they are, and gives everything that comes back until the other side ends the connection. */
function exchange(bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.end(bytes, 'latin1'));
    let all = '';
    socket.setEncoding('latin1').on('data', (text) => {
      all += text;
    });
    socket.on('error', reject).on('close', () => resolve(all));
  });
}

const statusOf = (reply: string) => Number(/^HTTP\/1\.1 (\d+)/.exec(reply)?.[1]);
const question =
  '{"model":"gpt-4o-mini","stream":true,"messages":[{"role":"user","content":"Hi"}]}';

interface Shape {
  readonly line?: string;
  /** Instead of those of a good call; undefined leaves one out. */
  readonly headers?: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body?: string;
}

/** A call as the page makes it, but for what is said of it. */
function call({ line = 'POST /v1/chat/completions HTTP/1.1', headers, body = question }: Shape) {
  const own = `127.0.0.1:${port}`;
  const all = {
    Host: own,
    Origin: `http://${own}`,
    Authorization: `Bearer ${token}`,
    'Content-Type': 'application/json',
    'Content-Length': String(Buffer.byteLength(body)),
    Connection: 'close',
    ...headers,
  };
  const lines = Object.entries(all).flatMap(([name, value]) =>
    value === undefined ? [] : [value].flat().map((text) => `${name}: ${text}`),
  );
  return `${[line, ...lines].join('\r\n')}\r\n\r\n${body}`;
}

describe('requests that the page did not make', () => {
  test.each<[string, number, () => string]>([
    ['a name that was rebound', 421, () => call({ headers: { Host: `evil.example:${port}` } })],
    ['no Host', 421, () => call({ headers: { Host: undefined } })],
    ['two Hosts', 421, () => call({ headers: { Host: [`127.0.0.1:${port}`, 'evil.example'] } })],
    ['a Host without the port', 421, () => call({ headers: { Host: '127.0.0.1' } })],
    ['another port', 421, () => call({ headers: { Host: '127.0.0.1:80' } })],
    ['the address as a number', 421, () => call({ headers: { Host: `2130706433:${port}` } })],
    ['a dot after the name', 421, () => call({ headers: { Host: `localhost.:${port}` } })],
    [
      'a whole address as the target',
      421,
      () => call({ line: 'POST http://evil.example/v1/chat/completions HTTP/1.1' }),
    ],
    ['no Origin', 403, () => call({ headers: { Origin: undefined } })],
    ['the Origin null', 403, () => call({ headers: { Origin: 'null' } })],
    ['another site', 403, () => call({ headers: { Origin: 'https://evil.example' } })],
    [
      'another port of this machine',
      403,
      () => call({ headers: { Origin: 'http://127.0.0.1:1' } }),
    ],
    ['no token', 403, () => call({ headers: { Authorization: undefined } })],
    ['a wrong token', 403, () => call({ headers: { Authorization: `Bearer ${'a'.repeat(43)}` } })],
    [
      'half a token',
      403,
      () => call({ headers: { Authorization: `Bearer ${token.slice(0, 20)}` } }),
    ],
    [
      'the token in the address',
      403,
      () =>
        call({
          line: `POST /v1/chat/completions?token=${token} HTTP/1.1`,
          headers: { Authorization: undefined },
        }),
    ],
    [
      'a form',
      403,
      () => call({ headers: { 'Content-Type': 'application/x-www-form-urlencoded' } }),
    ],
    ['plain text', 403, () => call({ headers: { 'Content-Type': 'text/plain' } })],
    ['a form with files', 403, () => call({ headers: { 'Content-Type': 'multipart/form-data' } })],
    ['no type', 403, () => call({ headers: { 'Content-Type': undefined } })],
    ['a GET', 403, () => call({ line: 'GET /v1/chat/completions HTTP/1.1' })],
    ['a PUT', 403, () => call({ line: 'PUT /v1/chat/completions HTTP/1.1' })],
    [
      'a preflight',
      403,
      () =>
        call({
          line: 'OPTIONS /v1/chat/completions HTTP/1.1',
          headers: { 'Access-Control-Request-Method': 'POST' },
        }),
    ],
    ['HTTP/1.0', 403, () => call({ line: 'POST /v1/chat/completions HTTP/1.0' })],
    ['another path of the API', 403, () => call({ line: 'POST /v1/models HTTP/1.1' })],
    ['an encoded slash', 403, () => call({ line: 'POST /v1/chat%2fcompletions HTTP/1.1' })],
    ['a way up', 403, () => call({ line: 'GET /../../etc/passwd HTTP/1.1' })],
    ['an encoded way up', 403, () => call({ line: 'GET /..%2f..%2fetc%2fpasswd HTTP/1.1' })],
    ['a backslash', 403, () => call({ line: 'GET /..\\..\\etc\\passwd HTTP/1.1' })],
    ['a frame of another site', 403, () => call({ headers: { 'Sec-Fetch-Site': 'cross-site' } })],
    ['a sister site', 403, () => call({ headers: { 'Sec-Fetch-Site': 'same-site' } })],
    ['a socket', 403, () => call({ headers: { Connection: 'Upgrade', Upgrade: 'websocket' } })],
    [
      'a coding of transfer',
      403,
      () =>
        call({
          headers: { 'Content-Length': undefined, 'Transfer-Encoding': 'gzip, chunked' },
        }),
    ],
    // What the parser of Node refuses before anyone is asked.
    ['both lengths', 400, () => call({ headers: { 'Transfer-Encoding': 'chunked' } })],
    ['two lengths', 400, () => call({ headers: { 'Content-Length': ['1', '2'] } })],
    ['a NUL in the address', 400, () => call({ line: 'GET /\0 HTTP/1.1' })],
    ['a line that is folded', 400, () => call({ headers: { 'X-A': 'a\r\n b' } })],
    ['headers of 20 kB', 431, () => call({ headers: { 'X-A': 'a'.repeat(20_000) } })],
  ])('%s gets %d, and nobody is asked', async (_, status, bytes) => {
    const before = provider.books.requests.length;
    const reply = await exchange(bytes());
    expect(statusOf(reply)).toBe(status);
    expect(reply.toLowerCase()).not.toContain('access-control-');
    expect(reply).not.toContain(token);
    expect(reply).not.toContain(key);
    expect(provider.books.requests.length).toBe(before);
  });

  test('what follows a bad request on its connection is not looked at', async () => {
    const before = provider.books.requests.length;
    const bad = call({ headers: { Origin: 'null', Connection: 'keep-alive' } });
    const reply = await exchange(bad + call({}));
    expect(reply.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 403']);
    expect(provider.books.requests.length).toBe(before);
  });
});

describe('a call of the page', () => {
  const ask = (signal?: AbortSignal) =>
    fetch(`http://127.0.0.1:${port}/v1/chat/completions`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        origin: `http://127.0.0.1:${port}`,
        authorization: `Bearer ${token}`,
      },
      body: question,
      ...(signal && { signal }),
    });
  const receipts = async () =>
    JSON.parse((await farebox(['logs', '--json'], { environment })).out).receipts;

  it('is answered as the provider answers, and is in the log as the command’s own money', async () => {
    const response = await ask();
    expect(response.status).toBe(200);
    const text = await response.text();
    expect(text).toMatch(/^data: \{.*\n\ndata: \[DONE\]\n\n$/s);
    expect(text).not.toContain(key);
    await expect.poll(receipts).toMatchObject([{ outcome: 'completed', resolution: 'settled' }]);
  });

  it('that the page leaves is ended at the provider and settled', async () => {
    const controller = new AbortController();
    const response = await ask(controller.signal);
    await response.body?.getReader().read();
    controller.abort();
    await expect.poll(() => provider.books.requests.at(-1)?.ended).toBe('disconnected');
    await expect
      .poll(async () => (await receipts()).map(({ outcome }: { outcome: string }) => outcome))
      .toContain('aborted');
  });

  it('that does not fit a budget is refused before anyone is asked', async () => {
    const set = await farebox(['budget', 'set', '0.00001', '--per', 'call'], { environment });
    expect(set.code).toBe(0);
    const before = provider.books.requests.length;
    const response = await ask();
    expect(response.ok).toBe(false);
    expect(await response.json()).toMatchObject({ error: { message: expect.any(String) } });
    expect(provider.books.requests.length).toBe(before);
  });

  it('leaves the key in the command: in nothing that is served, said or kept', async () => {
    const page = await fetch(`http://127.0.0.1:${port}/live.html`);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    const kept = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'latin1'));
    expect(kept.length).toBeGreaterThan(0);
    for (const text of [await page.text(), said, ...kept]) {
      expect(text).not.toContain(key);
    }
  });

  it('ends with Ctrl-C, and says what it came to', async () => {
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
    child.kill('SIGINT');
    expect(await ended).toBe(0);
    expect(said).toMatch(/farebox: \d calls, cost /);
  });
});
