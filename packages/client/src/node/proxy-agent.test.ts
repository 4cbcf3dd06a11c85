import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { expectNoCanary } from '../fixtures/canary.js';
import { request } from '../fixtures/fake-call.js';
import { completion } from '../fixtures/wire-events.js';
import { fetchTransport } from '../transport/fetch-transport.js';
import { nodeFetch } from './node-fetch.js';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  vi.unstubAllEnvs();
  await Promise.all(closing.splice(0).map((close) => close()));
});

/** A proxy that answers every request itself, and a tunnel with `status`. */
async function proxy(status = 407) {
  const seen: Pick<IncomingMessage, 'method' | 'url' | 'headers'>[] = [];
  const server = createServer((incoming, outgoing) => {
    seen.push(incoming);
    outgoing.writeHead(200, { 'content-type': 'application/json' }).end(completion('Hello'));
  });
  server.on('connect', (incoming, socket) => {
    seen.push(incoming);
    socket.on('error', () => {});
    socket.end(`HTTP/1.1 ${status} No\r\nContent-Length: 0\r\n\r\n`);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { host, url: `http://${host}`, seen };
}

async function outcome(baseURL: string, fetch: typeof globalThis.fetch): Promise<unknown> {
  const call = fetchTransport({ apiKey: 'sk-example', baseURL, fetch });
  return call(request, {}).then(
    async (stream) => (await stream.completion()).choices[0]?.message.content,
    (thrown: unknown) => thrown,
  );
}

describe('through a proxy', () => {
  it('http is asked for with its whole address', async () => {
    const { url, seen } = await proxy();
    expect(await outcome('http://provider.test/v1', nodeFetch({ proxy: url }))).toBe('Hello');
    expect(seen).toMatchObject([
      { method: 'POST', url: 'http://provider.test/v1/chat/completions' },
    ]);
  });

  it('https asks for a tunnel, and the proxy hears of nothing but the host', async () => {
    const { url, seen } = await proxy(407);
    const error = await outcome('https://provider.test/v1', nodeFetch({ proxy: url }));
    expect(error).toMatchObject({ kind: 'configuration', code: 'proxy-authentication' });
    expect(seen).toMatchObject([{ method: 'CONNECT', url: 'provider.test:443' }]);
    expect(seen[0]?.headers).not.toHaveProperty('authorization');
  });

  it('a tunnel that does not open is a lost connection with a code of its own', async () => {
    const { url } = await proxy(502);
    const error = await outcome('https://provider.test/v1', nodeFetch({ proxy: url }));
    expect(error).toMatchObject({ kind: 'connection', code: 'proxy-refused' });
  });

  it('the password in its address is sent to it, and is in no error', async () => {
    const { host, seen } = await proxy(407);
    const fetch = nodeFetch({ proxy: `http://ann:canary-password@${host}` });
    const error = await outcome('https://provider.test/v1', fetch);
    expect(seen[0]?.headers['proxy-authorization']).toBe(`Basic ${btoa('ann:canary-password')}`);
    expectNoCanary(error, ['canary-password', btoa('ann:canary-password')]);
  });
});

describe('the proxy of the environment', () => {
  it('is used only where it is asked for, and not for what NO_PROXY excepts', async () => {
    const { url, seen } = await proxy();
    for (const name of ['http_proxy', 'https_proxy', 'no_proxy']) vi.stubEnv(name, undefined);
    vi.stubEnv('HTTP_PROXY', url);
    vi.stubEnv('NO_PROXY', 'excepted.test');
    const never = { lookup: failing };
    const plain = await outcome('http://provider.test/v1', nodeFetch(never));
    expect(plain).toMatchObject({ code: 'ENOTFOUND' });
    const fetch = nodeFetch({ ...never, proxy: 'environment' });
    expect(await outcome('http://excepted.test/v1', fetch)).toMatchObject({ code: 'ENOTFOUND' });
    expect(seen).toEqual([]);
    expect(await outcome('http://provider.test/v1', fetch)).toBe('Hello');
    expect(seen).toHaveLength(1);
  });

  it('that is none is named, and not quoted', () => {
    vi.stubEnv('https_proxy', 'canary:password');
    expect(() => nodeFetch({ proxy: 'environment' })).toThrow('HTTPS_PROXY is not the address');
  });
});

it.each(['', 'proxy.example:3128', 'socks5://127.0.0.1:1080', 'http://', 'canary secret'])(
  'the address %j is none of an HTTP proxy, and is not quoted',
  (address) => {
    const make = () => nodeFetch({ proxy: address });
    expect(make).toThrow(/^proxy is not the address of an HTTP proxy\.$/);
  },
);

it('a proxy and denyPrivate exclude each other, because only the proxy sees the address', () => {
  const make = () => nodeFetch({ proxy: 'http://proxy.example:3128', denyPrivate: true });
  expect(make).toThrow(expect.objectContaining({ kind: 'configuration' }));
});

const failing: NonNullable<Parameters<typeof nodeFetch>[0]>['lookup'] = (_host, _options, done) =>
  done(Object.assign(new Error('?'), { code: 'ENOTFOUND' }), '', 4);
