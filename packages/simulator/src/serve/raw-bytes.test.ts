import { connect } from 'node:net';
import zlib from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import type { FaultStep } from '../faults/script.js';
import { chunksOf, parted, rawReply } from '../fixtures/raw-client.js';
import { parseEvents } from '../fixtures/read-events.js';
import { simulate } from '../simulate.js';
import { type Server, serve } from './serve.js';

let server: Server | undefined;
afterEach(() => server?.close());

const answer = 'Ä loop 日本語 👩‍👩‍👧.';

async function served(...faults: FaultStep[]) {
  const simulator = simulate({ seed: 1, faults, answers: [answer] });
  server = await serve(simulator);
  return { simulator, url: server.url };
}

/** What a bare socket gets under one fault. */
async function under(fault: FaultStep, isEnough?: (text: string) => boolean) {
  const { url, simulator } = await served(fault);
  const reply = await rawReply(url, {}, isEnough);
  return { ...reply, ...parted(reply.bytes), simulator };
}

const isWhole = (events: string) => parseEvents(events).at(-1) === '[DONE]';
const eventsIn = (text: string) => text.split('\n\n').filter((event) => event !== '');

describe('a request that is not answered', () => {
  it('reset-before-headers is a reset, and not a byte', async () => {
    const { bytes, ended } = await under('reset-before-headers');
    expect([bytes.length, ended]).toEqual([0, 'rst']);
  });

  it('reset-in-headers is a reset in the middle of a header', async () => {
    const { bytes, ended } = await under('reset-in-headers');
    expect(bytes.toString()).toBe('HTTP/1.1 200 OK\r\ncontent-type: text/event-st');
    expect(ended).toBe('rst');
  });

  it('not-http is the greeting of another protocol', async () => {
    const { bytes, ended } = await under('not-http');
    expect(bytes.toString()).toBe('SSH-2.0-OpenSSH_9.9\r\n');
    expect(ended).toBe('fin');
  });

  it('slow-headers come a byte at a time, and would go on', async () => {
    const { bytes, ended, largestRead } = await under('slow-headers', (text) => text.length >= 4);
    expect([bytes.toString(), ended, largestRead]).toEqual(['HTTP', 'enough', 1]);
  });

  it('huge-headers are 3,000 and over 16 KB, and do end', async () => {
    const { head, bytes } = await under('huge-headers');
    expect(head.split('\r\n').length).toBeGreaterThan(3_000);
    expect(head.length).toBeGreaterThan(16 * 1024);
    expect(bytes.toString('latin1')).toMatch(/\r\n\r\n$/);
  });

  it('stale-connection closes a connection that was kept, when the next request has come', async () => {
    const { url, simulator } = await served('ok', 'stale-connection');
    const { hostname, port } = new URL(url);
    const body = '{"model":"gpt-4o-mini","messages":[{"role":"user","content":"Hi"}]}';
    const request = `POST /v1/chat/completions HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
    const socket = connect(Number(port), hostname);
    let received = '';
    socket.on('data', (data) => {
      received += data;
      if (!received.endsWith('0\r\n\r\n')) return;
      received = '';
      socket.write(request);
    });
    const ended = new Promise<string>((resolve) => {
      socket.on('error', () => resolve('rst'));
      socket.on('end', () => resolve('fin'));
    });
    socket.write(request);
    expect([await ended, received]).toEqual(['fin', '']);
    expect(simulator.books.requests.map((line) => line.ended)).toEqual(['completed', 'failed']);
    socket.destroy();
  });
});

describe('a body that breaks', () => {
  it('reset is a reset between two chunks', async () => {
    const { head, body, ended } = await under('reset');
    expect(head).toMatch(/transfer-encoding: chunked/i);
    const { chunks, rest } = chunksOf(body);
    expect(eventsIn(chunks.map(({ data }) => data).join(''))).toHaveLength(3);
    expect([rest, ended]).toEqual(['', 'rst']);
  });

  it('reset-unframed is a reset, of a body that nothing but its end would end', async () => {
    const { head, body, ended } = await under({ fault: 'reset-unframed', afterChunks: 2 });
    expect(head).not.toMatch(/transfer-encoding|content-length/i);
    expect(eventsIn(body.toString())).toHaveLength(2);
    expect(ended).toBe('rst');
  });

  it('short-body closes before the length that it has named', async () => {
    const { head, body, ended } = await under('short-body');
    expect(Number(/content-length: (\d+)/.exec(head)?.[1])).toBeGreaterThan(body.length);
    expect(eventsIn(body.toString())).toHaveLength(3);
    expect(ended).toBe('fin');
  });

  it('cut-in-chunk closes inside a chunk', async () => {
    const { body, ended } = await under('cut-in-chunk');
    const { chunks } = chunksOf(body);
    expect(chunks).toHaveLength(1);
    expect(chunks[0]?.missing).toBeGreaterThan(0);
    expect(eventsIn(String(chunks[0]?.data))).toHaveLength(3);
    expect(ended).toBe('fin');
  });

  it('dribble sends whole events, and then bytes of one that is never whole', async () => {
    const { body, ended } = await under('dribble', (text) => text.includes('\n\n\r\n1\r\nd'));
    const sent = chunksOf(body).chunks.map(({ data }) => data.toString());
    expect(ended).toBe('enough');
    expect(sent.at(-1)).toBe('d');
    expect(eventsIn(sent.slice(0, -1).join(''))).toHaveLength(3);
  });
});

describe('a whole body in another form', () => {
  it('close-delimited has no length and no chunks, and ends by closing', async () => {
    const { head, body, ended } = await under('close-delimited');
    expect(head).not.toMatch(/transfer-encoding|content-length/i);
    expect(isWhole(body.toString())).toBe(true);
    expect(ended).toBe('fin');
  });

  it('trailers has an extension at each chunk, and a header after the last', async () => {
    const { head, body, ended } = await under('trailers');
    expect(head).toMatch(/^trailer: x-checksum$/im);
    const { chunks, rest } = chunksOf(body);
    for (const { extension } of chunks) expect(extension).toBe(';part=1;note="a; b"');
    expect(isWhole(chunks.map(({ data }) => data.toString()).join(''))).toBe(true);
    expect([rest, ended]).toEqual(['0;last\r\nx-checksum: 0\r\n\r\n', 'fin']);
  });

  it('two-lengths names two that differ', async () => {
    const { head, body } = await under('two-lengths');
    expect([...head.matchAll(/content-length: (\d+)/g)].map(([, length]) => length)).toEqual([
      '4096',
      '8192',
    ]);
    expect(isWhole(body.toString())).toBe(true);
  });

  it('length-and-chunked names a length and is chunked', async () => {
    const { head, body } = await under('length-and-chunked');
    expect(head).toMatch(/content-length: 4096\r\ntransfer-encoding: chunked/);
    const { chunks } = chunksOf(body);
    expect(isWhole(chunks.map(({ data }) => data.toString()).join(''))).toBe(true);
  });

  it('split-bytes has a chunk for each byte, also inside a character', async () => {
    const { body } = await under('split-bytes');
    const { chunks } = chunksOf(body);
    expect(new Set(chunks.map(({ data }) => data.length))).toEqual(new Set([1]));
    const text = Buffer.concat(chunks.map(({ data }) => data)).toString();
    expect(isWhole(text)).toBe(true);
    expect(text).toContain('日');
  });
});

describe('a compressed stream', () => {
  const decoders = {
    gzip: ['gzip', zlib.gunzipSync],
    brotli: ['br', zlib.brotliDecompressSync],
    deflate: ['deflate', zlib.inflateSync],
    zstd: ['zstd', zlib.zstdDecompressSync],
  } as const;
  const dataOf = (body: Buffer) => chunksOf(body).chunks.map(({ data }) => data);

  it.each(['gzip', 'brotli', 'deflate', 'zstd'] as const)('%s is whole', async (fault) => {
    const { url } = await served(fault);
    const end = /\r\n0\r\n\r\n$/;
    const { head, body } = parted((await rawReply(url, {}, (text) => end.test(text))).bytes);
    const [encoding, decode] = decoders[fault];
    expect(head).toContain(`content-encoding: ${encoding}`);
    expect(isWhole(decode(Buffer.concat(dataOf(body))).toString())).toBe(true);
  });

  it('is flushed after each event, so that all that has come can be read', async () => {
    const { url } = await served([{ fault: 'gzip' }, { fault: 'stall', afterChunks: 2 }]);
    const isTwo = (text: string) => dataOf(parted(Buffer.from(text, 'latin1')).body).length === 2;
    const { body } = parted((await rawReply(url, {}, isTwo)).bytes);
    const options = { finishFlush: zlib.constants.Z_SYNC_FLUSH };
    for (const count of [1, 2]) {
      const text = zlib.gunzipSync(Buffer.concat(dataOf(body).slice(0, count)), options).toString();
      expect(eventsIn(text)).toHaveLength(count);
      expect(text).toMatch(/\n\n$/);
    }
  });

  it('truncated-gzip ends as HTTP has it, without the end of the gzip', async () => {
    const { body } = await under('truncated-gzip', (text) => text.endsWith('\r\n0\r\n\r\n'));
    const packed = Buffer.concat(dataOf(body));
    expect(() => zlib.gunzipSync(packed)).toThrow('unexpected end of file');
    const options = { finishFlush: zlib.constants.Z_SYNC_FLUSH };
    expect(eventsIn(zlib.gunzipSync(packed, options).toString())).toHaveLength(3);
  });

  it('encoded-many-times is gzip in gzip, six deep', async () => {
    const { head, body } = await under('encoded-many-times', (text) =>
      text.endsWith('\r\n0\r\n\r\n'),
    );
    expect(head).toContain(`content-encoding: ${Array(6).fill('gzip').join(', ')}`);
    let text = Buffer.concat(dataOf(body));
    for (let layer = 1; layer <= 6; layer++) text = zlib.gunzipSync(text);
    expect(isWhole(text.toString())).toBe(true);
  });

  it('gzip-bomb unpacks to a thousand times its size, and does not end', async () => {
    const { body, ended } = await under('gzip-bomb', (text) => text.length > 16 * 1024);
    const packed = Buffer.concat(dataOf(body));
    const options = { finishFlush: zlib.constants.Z_SYNC_FLUSH };
    const text = zlib.gunzipSync(packed, options).toString('latin1');
    expect(text.length).toBeGreaterThan(900 * packed.length);
    expect(text.replace(/0+$/, '')).toBe('data: {"padding":"');
    expect(ended).toBe('enough');
  });

  it('gzip-bomb takes no memory of its sender, who has sent two gibibytes', async () => {
    const { url } = await served('gzip-bomb');
    const before = process.memoryUsage().rss;
    let most = 0;
    const { bytes } = await rawReply(url, {}, (text) => {
      most = Math.max(most, process.memoryUsage().rss - before);
      return text.length > 2 * 1024 * 1024;
    });
    expect(bytes.length).toBeGreaterThan(2 * 1024 * 1024);
    expect(most).toBeLessThan(100 * 1024 * 1024);
  });
});

it.each(['slow-headers', 'dribble', 'gzip-bomb'] as const)(
  'closing the server ends %s, and leaves neither a socket nor a timer of its own',
  async (fault) => {
    const held = () =>
      process.getActiveResourcesInfo().filter((name) => /^(Timeout|TCP.*Wrap)$/.test(name)).length;
    const { url } = await served(fault);
    let begun = () => {};
    const hasBegun = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const reply = rawReply(url, {}, () => {
      begun();
      return false;
    });
    await hasBegun;
    await server?.close();
    await reply;
    // The one is the test's own.
    await expect.poll(held).toBeLessThanOrEqual(1);
  },
);
