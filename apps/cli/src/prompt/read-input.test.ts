import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { virtualClock } from '@farebox/core/testing';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { fakeIo } from '../fixtures/fake-io.js';
import { readInput } from './read-input.js';

const limit = { bytes: 10, fix: 'Send less.' };
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'farebox-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('a file', () => {
  const read = (path: string) => readInput(path, limit, fakeIo({ workingFolder: folder }));

  it('is read to its end, from the folder in which the command runs', async () => {
    writeFileSync(join(folder, 'a.txt'), '0123456789');
    expect(await read('a.txt')).toEqual({
      name: 'a.txt',
      subject: 'The file a.txt',
      bytes: Buffer.from('0123456789'),
    });
  });

  it('with one byte more than the limit is refused with both numbers', async () => {
    writeFileSync(join(folder, 'a.txt'), '01234567890');
    await expect(read('a.txt')).rejects.toMatchObject({
      kind: 'configuration',
      message: 'The file a.txt has 11 bytes, and 10 is the most that is read.',
      fix: 'Send less.',
    });
  });

  it('that grows while it is read is cut off at the limit', async () => {
    // A device has no size, and this one no end.
    await expect(read('/dev/zero')).rejects.toThrow('has more than 10 bytes.');
  });

  it('that is not there, or a folder, is told by name', async () => {
    await expect(read('b.txt')).rejects.toThrow('The file b.txt is not there (ENOENT).');
    mkdirSync(join(folder, 'c'));
    await expect(read('c')).rejects.toThrow('The file c is a folder.');
  });

  test.each([
    ['ftp://example.com/a', /begins with ftp:\/\/ cannot be read/, /pipe it in/],
    ['file:///etc/hosts', /begins with file:\/\//, /Give the path alone/],
    ['http://', /^One of the addresses is none\.$/, /https:\/\/example/],
  ])(
    'that is an address of another kind, or none, is no file: %s',
    async (source, message, fix) => {
      await expect(read(source)).rejects.toMatchObject({
        kind: 'configuration',
        message: expect.stringMatching(message),
        fix: expect.stringMatching(fix),
      });
    },
  );

  it('that is a pipe is waited for, and read to its end', async () => {
    execFileSync('/bin/sh', ['-c', 'mkfifo "$0"', join(folder, 'pipe')]);
    const reading = read('pipe');
    // A turn in which a reader that does not wait would have taken it for empty.
    await new Promise(setImmediate);
    execFileSync('/bin/sh', ['-c', 'printf 0123 > "$0"', join(folder, 'pipe')]);
    expect((await reading).bytes).toEqual(Buffer.from('0123'));
  });

  it('that is a pipe which nobody writes to is left on Ctrl-C', async () => {
    execFileSync('/bin/sh', ['-c', 'mkfifo "$0"', join(folder, 'pipe')]);
    const io = fakeIo({ workingFolder: folder });
    const reading = readInput('pipe', limit, io);
    io.interrupt();
    await expect(reading).rejects.toMatchObject({ kind: 'aborted', code: 'not-sent' });
    execFileSync('/bin/sh', ['-c', ': > "$0"', join(folder, 'pipe')]);
  });
});

describe('an address', () => {
  const answers =
    (replies: Record<string, () => Response>): typeof fetch =>
    async (input) =>
      (replies[String(input)] ?? (() => new Response(null, { status: 404 })))();
  const redirect = (location: string) => () =>
    new Response(null, { status: 302, headers: { location } });
  const read = (address: string, fetch: typeof globalThis.fetch, inner = fetch) =>
    readInput(address, limit, fakeIo({ fetch, openPublic: async () => inner }));

  it('is read with what its server says of the text, and named without its query', async () => {
    const headers = { 'content-type': 'text/plain; charset=iso-8859-1' };
    const fetch = answers({ 'https://a.example/b?key=c': () => new Response('hi', { headers }) });
    expect(await read('https://a.example/b?key=c', fetch)).toEqual({
      name: 'https://a.example/b',
      subject: 'The address https://a.example/b',
      bytes: Buffer.from('hi'),
      encoding: 'iso-8859-1',
    });
  });

  it('is followed to another one of its own origin with the same fetch', async () => {
    const fetch = answers({
      'http://a.example/': redirect('/b'),
      'http://a.example/b': () => new Response('hi'),
    });
    const nobody = () => Promise.reject(new Error('not asked'));
    expect((await read('http://a.example/', fetch, nobody)).bytes).toEqual(Buffer.from('hi'));
  });

  it('is followed to another origin only with a fetch that reaches nothing private', async () => {
    const fetch = answers({
      'http://a.example/': redirect('http://10.0.0.1/'),
      'http://10.0.0.1/': () => new Response('secret'),
    });
    const blocked = Object.assign(new TypeError('fetch failed'), {
      cause: Object.assign(new Error('private'), { code: 'ERR_BLOCKED_ADDRESS' }),
    });
    await expect(
      read('http://a.example/', fetch, () => Promise.reject(blocked)),
    ).rejects.toMatchObject({
      kind: 'configuration',
      message: 'The address http://a.example/ leads to an address that is private.',
    });
  });

  test.each([
    ['from https to http', 'https://a.example/', redirect('http://a.example/'), /leads to where/],
    ['to a file', 'http://a.example/', redirect('file:///etc/passwd'), /leads to where/],
    ['in circles', 'http://a.example/', redirect('http://a.example/'), /more than 5 times/],
    [
      '404',
      'http://a.example/x?y',
      () => new Response(null, { status: 404 }),
      /\/x answered 404\./,
    ],
    ['one byte more', 'http://a.example/', () => new Response('01234567890'), /more than 10 bytes/],
    [
      'a stated length above it',
      'http://a.example/',
      () => new Response('x', { headers: { 'content-length': '11' } }),
      /has 11 bytes, and 10 is/,
    ],
  ])('%s is refused', async (_name, address, reply, message) => {
    await expect(read(address, async () => reply())).rejects.toMatchObject({
      kind: 'configuration',
      message: expect.stringMatching(message),
    });
  });

  it('with a password in it is refused, and the password not shown', async () => {
    const reading = read('https://me:canary@a.example/', async () => new Response(''));
    await expect(reading).rejects.toThrow(/has a user name or password in it/);
    await expect(reading).rejects.not.toThrow(/canary/);
  });

  it('that nobody answers is a connection error with the reason', async () => {
    const refused = Object.assign(new TypeError('fetch failed'), {
      cause: Object.assign(new Error('x'), { code: 'ECONNREFUSED' }),
    });
    await expect(read('http://a.example', () => Promise.reject(refused))).rejects.toMatchObject({
      kind: 'connection',
      message: 'The address http://a.example/ cannot be reached (ECONNREFUSED).',
    });
  });

  const never: typeof fetch = (_input, init) =>
    new Promise((_, reject) => {
      if (init?.signal?.aborted) reject(init.signal.reason);
      init?.signal?.addEventListener('abort', () => reject(init.signal?.reason));
    });

  it('that takes longer than 30 seconds is left', async () => {
    const clock = virtualClock();
    const reading = readInput('http://a.example', limit, fakeIo({ fetch: never, clock }));
    reading.catch(() => {});
    await clock.advance(30_000);
    await expect(reading).rejects.toMatchObject({ kind: 'timeout' });
    expect(clock.pending).toBe(0);
  });

  it('is left on Ctrl-C', async () => {
    const clock = virtualClock();
    const io = fakeIo({ fetch: never, clock });
    const reading = readInput('http://a.example', limit, io);
    io.interrupt();
    await expect(reading).rejects.toMatchObject({ kind: 'aborted' });
    expect(clock.pending).toBe(0);
  });

  it('is reached through the proxy of the environment', async () => {
    const io = fakeIo({
      environment: { HTTPS_PROXY: 'http://proxy.example:3128' },
      openProxy: async (proxy) => async () => new Response(proxy.slice(7, 12)),
    });
    expect((await readInput('https://a.example', limit, io)).bytes).toEqual(Buffer.from('proxy'));
  });
});
