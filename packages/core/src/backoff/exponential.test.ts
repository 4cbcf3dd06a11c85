import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exponential } from './exponential.js';
import { fullJitter } from './full-jitter.js';

const never = () => {
  throw new Error('The dice were used.');
};

test('the first wait is firstMs, and each further one is multiplied by the factor', () => {
  const backoff = exponential({ firstMs: 250, factor: 3 });
  expect([1, 2, 3, 4].map((attempt) => backoff(attempt, never))).toEqual([250, 750, 2250, 6750]);
});

test('the factor is 2 unless said, and no wait is above the cap', () => {
  const backoff = exponential({ firstMs: 250, capMs: 1000 });
  expect([1, 2, 3, 4, 2000].map((attempt) => backoff(attempt, never))).toEqual([
    250, 500, 1000, 1000, 1000,
  ]);
});

test.each([
  [{ firstMs: -1 }, 'firstMs must be 0 or more milliseconds, and is -1.'],
  [{ firstMs: Number.NaN }, 'firstMs must be 0 or more milliseconds, and is NaN.'],
  [{ firstMs: 1, factor: 0.5 }, 'factor must be 1 or more, and is 0.5.'],
  [{ firstMs: 10, capMs: 5 }, 'capMs must be at least firstMs (10), and is 5.'],
  [{ firstMs: 10, capMs: Number.NaN }, 'capMs must be at least firstMs (10), and is NaN.'],
])('wrong options %j are refused with the option and its value', (options, message) => {
  expect(() => exponential(options)).toThrow(
    expect.objectContaining({ kind: 'configuration', message }),
  );
});

test('no first wait is none ever, however late the attempt', () => {
  expect(exponential({ firstMs: 0, factor: 5.5 })(417, Math.random)).toBe(0);
});

test('waits never shrink from one attempt to the next, and never pass the cap', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 1e6, noNaN: true }),
      fc.double({ min: 1, max: 10, noNaN: true }),
      fc.integer({ min: 1, max: 500 }),
      (firstMs, factor, attempt) => {
        const capMs = firstMs + 20_000;
        const backoff = exponential({ firstMs, factor, capMs });
        expect(backoff(attempt + 1, never)).toBeGreaterThanOrEqual(backoff(attempt, never));
        expect(backoff(attempt, never)).toBeLessThanOrEqual(capMs);
      },
    ),
  );
});

test('full jitter stays in [0, delay) for every draw, and scales with it', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      fc.integer({ min: 1, max: 30 }),
      (draw, attempt) => {
        const plain = exponential({ firstMs: 250, capMs: 20_000 });
        const waitMs = fullJitter(plain)(attempt, () => draw);
        expect(waitMs).toBe(draw * plain(attempt, never));
        expect(waitMs).toBeGreaterThanOrEqual(0);
        expect(waitMs).toBeLessThan(plain(attempt, never));
      },
    ),
    { numRuns: 1000 },
  );
});

test('the cap applies before the jitter, so that waits at the cap are spread as well', () => {
  const backoff = fullJitter(exponential({ firstMs: 1000, capMs: 2000 }));
  expect(backoff(20, () => 0.5)).toBe(1000);
});
