import { virtualClock } from '@farebox/core/testing';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ask } from '../fixtures/ask.js';
import { dice } from '../random/dice.js';
import { simulate } from '../simulate.js';
import { timetable } from './pace.js';

it('time never runs backwards, and no wait leaves its bounds', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.string(), (jitter, seed) => {
      const dueMs = timetable({ firstTokenMs: 100, tokensPerSecond: 50, jitter }, dice(seed));
      let beforeMs = dueMs(0);
      expect(beforeMs).toBeGreaterThanOrEqual(100 * (1 - jitter));
      expect(beforeMs).toBeLessThanOrEqual(100 * (1 + jitter));
      for (let tokens = 1; tokens < 50; tokens++) {
        const gapMs = dueMs(tokens) - beforeMs;
        expect(gapMs).toBeGreaterThanOrEqual(20 * (1 - jitter) - 1e-9);
        expect(gapMs).toBeLessThanOrEqual(20 * (1 + jitter) + 1e-9);
        beforeMs += gapMs;
      }
    }),
  );
});

it('the mean stays what the pace says', () => {
  const dueMs = timetable({ firstTokenMs: 0, tokensPerSecond: 100, jitter: 1 }, dice('mean'));
  expect(dueMs(100_000) / 100_000).toBeCloseTo(10, 0);
});

it('the same seed keeps the same pace, and another keeps another', async () => {
  const endMs = async (seed: number, request: Record<string, unknown>) => {
    const clock = virtualClock({ settle: () => new Promise((resolve) => setImmediate(resolve)) });
    const pace = { firstTokenMs: 300, tokensPerSecond: 10, jitter: 0.5 };
    let ended: number | undefined;
    const reading = ask(simulate({ seed, clock, pace }), request).then(async (response) => {
      await response.text();
      ended = clock.monotonicMs();
    });
    // Time passes only while the reply waits for it, not while the tokenizer loads.
    while (ended === undefined) await clock.advance(clock.pending > 0 ? 100 : 0);
    await reading;
    return ended;
  };
  for (const request of [{ stream: true }, {}]) {
    const first = await endMs(1, request);
    expect(await endMs(1, request)).toBe(first);
    expect(await endMs(2, request)).not.toBe(first);
  }
});
