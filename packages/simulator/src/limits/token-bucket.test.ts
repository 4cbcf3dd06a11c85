import fc from 'fast-check';
import { expect, it } from 'vitest';
import { maximumPerMinute, tokenBucket } from './token-bucket.js';

/** The same bucket, one millisecond at a time, in sixty-thousandths. */
function bruteForce(perMinute: bigint) {
  const full = perMinute * 60_000n;
  let parts = full;
  const pass = (ms: number) => {
    for (let passed = 0; passed < ms; passed++) {
      parts += perMinute;
      if (parts > full) parts = full;
    }
  };
  return {
    pass,
    remaining: () => Number(parts / 60_000n),
    has: (amount: number) => parts >= BigInt(amount) * 60_000n,
    take(amount: number) {
      parts -= BigInt(amount) * 60_000n;
      if (parts < 0n) parts = 0n;
    },
  };
}

const steps = fc.array(
  fc.record({
    passMs: fc.integer({ min: 0, max: 3_000 }),
    amount: fc.integer({ min: 0, max: 50 }),
  }),
  { maxLength: 30 },
);

it('holds what a count of every single millisecond holds, and waits exactly as long', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), steps, (perMinute, script) => {
      const bucket = tokenBucket(perMinute);
      const model = bruteForce(BigInt(perMinute));
      let nowMs = 0;
      const pass = (ms: number) => {
        nowMs += ms;
        model.pass(ms);
      };
      for (const { passMs, amount } of script) {
        pass(passMs);
        expect(bucket.remaining(nowMs)).toBe(model.remaining());
        const waitMs = bucket.waitMs(amount, nowMs);
        if (amount > perMinute) {
          expect(waitMs).toBe(Number.POSITIVE_INFINITY);
        } else if (waitMs > 0) {
          pass(waitMs - 1);
          expect(model.has(amount)).toBe(false);
          pass(1);
          expect(model.has(amount)).toBe(true);
          expect(bucket.waitMs(amount, nowMs)).toBe(0);
        } else {
          expect(model.has(amount)).toBe(true);
        }
        bucket.take(amount, nowMs);
        model.take(amount);
      }
    }),
    { numRuns: 300 },
  );
});

it('never lets more through in any stretch of time than it held and was refilled', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000 }), steps, (perMinute, script) => {
      const bucket = tokenBucket(perMinute);
      let nowMs = 0;
      let taken = 0;
      for (const { passMs, amount } of script) {
        nowMs += passMs;
        if (bucket.waitMs(amount, nowMs) > 0) continue;
        bucket.take(amount, nowMs);
        taken += amount;
        expect(taken * 60_000).toBeLessThanOrEqual(perMinute * (60_000 + nowMs));
      }
    }),
  );
});

it('a fraction of a millisecond refills nothing until it is whole', () => {
  const bucket = tokenBucket(60_000);
  bucket.take(60_000, 0.9);
  expect(bucket.remaining(0.99)).toBe(0);
  expect(bucket.remaining(1)).toBe(1);
});

it('the largest limit is exact, and full again after a year', () => {
  const bucket = tokenBucket(maximumPerMinute);
  bucket.take(maximumPerMinute, 0);
  expect(bucket.remaining(1)).toBe(Math.floor(maximumPerMinute / 60_000));
  expect(bucket.remaining(31_536_000_000)).toBe(maximumPerMinute);
});
