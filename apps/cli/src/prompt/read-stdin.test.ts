import { virtualClock } from '@farebox/core/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fakeIo } from '../fixtures/fake-io.js';
import { readStdin } from './read-stdin.js';

async function* pieces(...all: readonly Uint8Array[]): AsyncIterable<Uint8Array> {
  yield* all;
}
const silent: AsyncIterable<Uint8Array> = {
  [Symbol.asyncIterator]: () => ({ next: () => new Promise(() => {}) }),
};
const waiting = 'farebox: waiting for standard input …\n';
const limit = { bytes: 10, fix: 'Send less.' };
const announced = { announce: true };

it('joins what arrives in pieces', async () => {
  const bytes = new TextEncoder().encode('naïve 漢');
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length), async (cut) => {
      const stdin = pieces(bytes.subarray(0, cut), bytes.subarray(cut));
      expect(await readStdin(fakeIo({ stdin }), limit, announced)).toEqual(Buffer.from(bytes));
    }),
  );
});

it('takes as many bytes as the limit has, and refuses one more', async () => {
  const most = new Uint8Array(10).fill(97);
  expect(await readStdin(fakeIo({ stdin: pieces(most) }), limit, announced)).toHaveLength(10);
  const tooMuch = fakeIo({ stdin: pieces(most, Uint8Array.of(97)) });
  await expect(readStdin(tooMuch, limit, announced)).rejects.toMatchObject({
    kind: 'configuration',
    message: 'Standard input has more than 10 bytes.',
    fix: 'Send less.',
  });
});

describe('a pipe that stays silent', () => {
  it('is told of once, after three seconds', async () => {
    const clock = virtualClock();
    const io = fakeIo({ stdin: silent, clock });
    void readStdin(io, limit, announced);
    await clock.advance(2_999);
    expect(io.error).toBe('');
    await clock.advance(1);
    expect(io.error).toBe(waiting);
    await clock.advance(60_000);
    expect(io.error).toBe(waiting);
    expect(clock.pending).toBe(0);
  });

  it('is not told of when the pipe is all there is', async () => {
    const clock = virtualClock();
    const io = fakeIo({ stdin: silent, clock });
    void readStdin(io, limit, { announce: false });
    await clock.advance(60_000);
    expect(io.error).toBe('');
  });

  it('is not told of once a byte has come', async () => {
    const clock = virtualClock();
    async function* oneByte() {
      yield Uint8Array.of(97);
      await new Promise(() => {});
    }
    const io = fakeIo({ stdin: oneByte(), clock });
    void readStdin(io, limit, announced);
    await clock.advance(60_000);
    expect(io.error).toBe('');
    expect(clock.pending).toBe(0);
  });

  it('is left on Ctrl-C', async () => {
    const clock = virtualClock();
    const io = fakeIo({ stdin: silent, clock });
    const read = readStdin(io, limit, announced);
    io.interrupt();
    await expect(read).rejects.toMatchObject({ kind: 'aborted' });
    expect(clock.pending).toBe(0);
  });
});
