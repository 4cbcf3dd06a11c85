import { networkInterfaces } from 'node:os';
import { afterEach, describe, expect, it } from 'vitest';
import { ask, errorOf } from '../fixtures/ask.js';
import { type SimulateOptions, simulate } from '../simulate.js';
import { type ServeOptions, type Server, serve } from './serve.js';
import { tokenGate } from './token.js';

const token = 'canary-token-6c1f0a9e';

let server: Server | undefined;
afterEach(() => server?.close());

/** Posts over the socket, with these headers. */
async function guarded(options: ServeOptions = { token }, simulated: SimulateOptions = {}) {
  const simulator = simulate(simulated);
  server = await serve(simulator, options);
  const { url } = server;
  const client = {
    fetch: (_: unknown, init?: RequestInit) => fetch(`${url}/chat/completions`, init),
  };
  const send = (headers: Record<string, string>) => ask(client, {}, { headers });
  return { simulator, url, send };
}

describe('a server with a token', () => {
  it.each([{ authorization: `Bearer ${token}` }, { 'api-key': token }])(
    'lets in who carries it as %j',
    async (headers) => {
      const { send } = await guarded();
      expect((await send(headers)).status).toBe(200);
    },
  );

  it.each([
    {},
    { authorization: 'Bearer wrong-token-of-16-characters' },
    { authorization: `Bearer ${token}x` },
    { authorization: `Bearer ${token.slice(0, -1)}` },
    { authorization: `Basic ${token}` },
    { authorization: token },
    { 'api-key': token.toUpperCase() },
    { 'x-token': token },
  ])('turns %j away with 401, and nothing arrives', async (headers) => {
    const { send, simulator } = await guarded();
    const response = await send(headers);
    const seen = [JSON.stringify([...response.headers]), await response.clone().text()].join();
    expect(await errorOf(Promise.resolve(response))).toMatchObject({
      status: 401,
      code: 'invalid_api_key',
    });
    expect(response.headers.get('www-authenticate')).toBe('Bearer');
    expect(seen).not.toContain(token.slice(0, 6));
    expect(seen).not.toContain('wrong-token');
    expect(simulator.books.requests).toEqual([]);
  });

  it('asks for it at every address', async () => {
    const { url } = await guarded();
    for (const path of ['models', 'models/gpt-4o-mini', 'nothing']) {
      expect((await fetch(`${url}/${path}`)).status).toBe(401);
    }
    expect((await fetch(`${url}/models`, { method: 'OPTIONS' })).status).toBe(401);
  });

  it('is no API key: one that is wanted goes in the other header, and no error shows the token', async () => {
    const { send } = await guarded({ token }, { apiKeys: ['sk-key-of-the-test'] });
    const authorization = 'Bearer sk-key-of-the-test';
    expect((await send({ 'api-key': token, authorization })).status).toBe(200);
    const refused = await send({ authorization: `Bearer ${token}` });
    expect(refused.status).toBe(401);
    expect(await refused.text()).toMatch(/You didn't provide an API key/);
  });
});

describe('a host that others can reach', () => {
  it.each(['0.0.0.0', '::', '', '192.0.2.1', 'example.org', '127.0.0.1.example.org'])(
    '%j needs a token',
    async (host) => {
      await expect(serve(simulate(), { host })).rejects.toThrow(
        `host is '${host}', which others can reach; give a token`,
      );
    },
  );

  it.each(['127.0.0.1', '127.0.0.2', 'localhost'])('%s is not one', async (host) => {
    server = await serve(simulate(), { host });
    expect(server.url).toContain(`http://${host}:`);
  });

  it('with a token answers under any of its names, and still no page of another site', async () => {
    const { url } = await guarded({ token, host: '0.0.0.0' });
    const { port } = new URL(url);
    const addresses = Object.values(networkInterfaces()).flat();
    const own = addresses.find((entry) => entry?.family === 'IPv4')?.address ?? '127.0.0.1';
    const models = (headers: Record<string, string>) =>
      fetch(`http://${own}:${port}/v1/models`, { headers });
    const authorization = `Bearer ${token}`;
    expect((await models({ authorization })).status).toBe(200);
    expect((await models({ authorization, origin: `http://${own}:${port}` })).status).toBe(200);
    expect((await models({ authorization, origin: 'https://evil.example' })).status).toBe(403);
    expect((await models({})).status).toBe(401);
  });
});

describe('a token that cannot work', () => {
  it.each([
    ['short-secret-15', /^token has 15 characters; give at least 16/],
    ['a secret with spaces in it', /^token has a space or a character that no header can carry/],
    ['geheimnis-mit-ümlaut', /no header can carry/],
    [`${token}\r\nx: y`, /no header can carry/],
  ])('throws without showing it: %j', async (wrong, message) => {
    const failure = await serve(simulate(), { token: wrong }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(TypeError);
    expect(String(failure)).not.toContain(wrong.slice(0, 8));
    expect((failure as Error).message).toMatch(message);
  });

  it('of exactly 16 characters is long enough', () => {
    expect(tokenGate('0123456789abcdef')(new Headers({ 'api-key': '0123456789abcdef' }))).toBe(
      undefined,
    );
  });
});
