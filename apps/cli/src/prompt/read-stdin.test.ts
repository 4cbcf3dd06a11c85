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

it('decodes UTF-8 across any cut', async () => {
  const text = 'naïve 漢字 👩‍👩‍👧';
  const bytes = new TextEncoder().encode(text);
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length), async (cut) => {
      const stdin = pieces(bytes.subarray(0, cut), bytes.subarray(cut));
      expect(await readStdin(fakeIo({ stdin }), false)).toBe(text);
    }),
  );
});

it('takes 8 MiB and refuses one byte more', async () => {
  const most = new Uint8Array(8 * 1024 * 1024).fill(97);
  expect(await readStdin(fakeIo({ stdin: pieces(most) }), false)).toHaveLength(most.length);
  const tooMuch = fakeIo({ stdin: pieces(most, Uint8Array.of(97)) });
  await expect(readStdin(tooMuch, false)).rejects.toMatchObject({
    kind: 'configuration',
    message: 'Standard input has more than 8 MiB.',
  });
});

describe('a pipe that stays silent', () => {
  it('is told of once, after three seconds', async () => {
    const clock = virtualClock();
    const io = fakeIo({ stdin: silent, clock });
    void readStdin(io, true);
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
    void readStdin(io, false);
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
    void readStdin(io, true);
    await clock.advance(60_000);
    expect(io.error).toBe('');
    expect(clock.pending).toBe(0);
  });

  it('is left on Ctrl-C', async () => {
    const clock = virtualClock();
    const io = fakeIo({ stdin: silent, clock });
    const read = readStdin(io, true);
    io.interrupt();
    await expect(read).rejects.toMatchObject({ kind: 'aborted' });
    expect(clock.pending).toBe(0);
  });
});
