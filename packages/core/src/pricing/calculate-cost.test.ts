import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calculateCost } from './calculate-cost.js';

test('the worked examples of the crash course come out to the last digit', () => {
  expect(calculateCost(1000, 500)).toBe(0.00045);
  expect(calculateCost(1e6, 1e6, 'gpt-4o')).toBe(12.5);
  expect(calculateCost(1e6, 1e6, 'gpt-4o-mini')).toBe(0.75);
  expect(calculateCost(0, 0)).toBe(0);
});

test('a model that is not one of the two is priced as gpt-4o-mini', () => {
  for (const model of ['gpt-9', '', 'gpt-4o-2024-08-06', '__proto__', 'constructor']) {
    expect(calculateCost(1000, 500, model)).toBe(0.00045);
  }
});

test.each([
  [-1, 0, 'inputTokens must be a whole number of 0 or more, and is -1.'],
  [0, 1.5, 'outputTokens must be a whole number of 0 or more, and is 1.5.'],
  [Number.NaN, 0, 'inputTokens must be a whole number of 0 or more, and is NaN.'],
])('calculateCost(%d, %d) is refused', (input, output, message) => {
  expect(() => calculateCost(input, output)).toThrow(
    expect.objectContaining({ kind: 'configuration', message }),
  );
});

test('the number is the one closest to the exact cost', () => {
  fc.assert(
    fc.property(fc.nat(10 ** 9), fc.nat(10 ** 9), (input, output) => {
      const picodollars = BigInt(input) * 150_000n + BigInt(output) * 600_000n;
      expect(calculateCost(input, output)).toBe(Number(`${picodollars}e-12`));
    }),
    { numRuns: 1000 },
  );
});
