import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  brotliCompressSync,
  deflateRawSync,
  deflateSync,
  gzipSync,
  zstdCompressSync,
} from 'node:zlib';
import { stack } from '@farebox/core';
import { afterEach, describe, expect, it } from 'vitest';
import { canaryKey } from '../fixtures/canary.js';
import { request } from '../fixtures/fake-call.js';
import { socketProvider } from '../fixtures/socket-provider.js';
import { testLoopback } from '../fixtures/test-loopback.js';
import { immediately } from '../fixtures/test-settle-rule.js';
import { completion, content, done, finish, role } from '../fixtures/wire-events.js';
import { retry } from '../layers/retry.js';
import { fetchTransport } from '../transport/fetch-transport.js';
import { nodeFetch } from './node-fetch.js';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

const fetch = nodeFetch();
testLoopback('fetchTransport with nodeFetch', (baseURL) =>
  fetchTransport({ apiKey: canaryKey, baseURL, fetch }),
);
describe('nodeFetch', () => {
  const encodings = {
    gzip: gzipSync,
    'x-gzip': gzipSync,
    deflate: deflateSync,
    'deflate ': deflateRawSync,
    br: brotliCompressSync,
    zstd: zstdCompressSync,
    'gzip, br': (text: string) => brotliCompressSync(gzipSync(text)),
    identity: (text: string) => Buffer.from(text),
  } as const;

  it.each(Object.entries(encodings))(
    'a stream in %s is read as by fetch of Node.js',
    async (name, encode) => {
      const body = encode(role + content('Grüße') + content(' 你好') + finish() + done);
      const server = createServer((incoming, outgoing) => {
        incoming.resume();
        outgoing.writeHead(200, { 'content-encoding': name.trim() }).end(body);
      });
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      closing.push(() => {
        server.closeAllConnections();
        return new Promise((resolve) => server.close(resolve));
      });
      const baseURL = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
      for (const sending of [fetch, globalThis.fetch]) {
        const stream = await fetchTransport({ baseURL, fetch: sending })(request, {});
        expect((await stream.completion()).choices[0]?.message.content).toBe('Grüße 你好');
      }
    },
  );

  it('a connection that does not come about in connectMs has cost nothing, and is tried again', async () => {
    const lookups: string[] = [];
    // A name server that never answers: nobody can tell it from a connection that hangs.
    const stuck = nodeFetch({ connectMs: 30, lookup: (hostname) => void lookups.push(hostname) });
    const transport = fetchTransport({ baseURL: 'http://provider.test/v1', fetch: stuck });
    const call = stack(retry({ retries: 1 }))(transport);
    const error = await call(request, { random: () => 0 }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ kind: 'timeout', code: 'connect', attempts: 2 });
    expect(lookups).toEqual(['provider.test', 'provider.test']);
  });

  it('an answer that it refuses and that breaks off afterwards is one error, not the end of the process', async () => {
    const headers = { 'content-encoding': Array(6).fill('gzip').join(', ') };
    const provider = await socketProvider(() => ({ headers, body: ['x'], ending: 'stall' }));
    const call = fetchTransport({ baseURL: provider.baseURL, fetch });
    await expect(call(request, {})).rejects.toMatchObject({ code: 'too-many-encodings' });
    await provider.close();
    await immediately();
  });

  it.each([0, -1, Number.NaN])('connectMs of %d is no time to connect in', (connectMs) => {
    expect(() => nodeFetch({ connectMs })).toThrow(`connectMs is ${connectMs}`);
  });

  it('connectMs of Infinity is none', async () => {
    const provider = await socketProvider(() => ({ body: [completion('Hello')] }));
    closing.push(() => provider.close());
    const patient = nodeFetch({ connectMs: Number.POSITIVE_INFINITY });
    const call = fetchTransport({ baseURL: provider.baseURL, fetch: patient });
    expect((await (await call(request, {})).completion()).choices).toHaveLength(1);
  });

  it('an abort ends a connection that hangs', async () => {
    const controller = new AbortController();
    const stuck = nodeFetch({ lookup: () => controller.abort() });
    const call = fetchTransport({ baseURL: 'http://provider.test/v1', fetch: stuck });
    const running = call(request, { signal: controller.signal });
    await expect(running).rejects.toMatchObject({ kind: 'aborted' });
  });
});
