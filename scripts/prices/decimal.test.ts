import fc from 'fast-check';
import { expect, test } from 'vitest';
import { picodollars } from './decimal.ts';

test.each([
  [0.075, 75_000n],
  [0.3125, 312_500n],
  [2.5, 2_500_000n],
  [150, 150_000_000n],
  [0, 0n],
  [1e-6, 1n],
  ['0.1375', 137_500n],
  // As floats these are 0.14999999999999999 and 18000.000000000004 times a million.
  [0.15, 150_000n],
  [0.018, 18_000n],
])('%s dollars per million are %d picodollars each', (usd, amount) => {
  expect(picodollars(usd, 6)).toBe(amount);
});

test('what is finer than a picodollar is rounded half up', () => {
  expect(picodollars(0.08333333333333334, 6)).toBe(83_333n);
  expect(picodollars(0.18000000000000002, 6)).toBe(180_000n);
  expect(picodollars('0.0000015', 6)).toBe(2n);
});

test('a price that would round to nothing is refused, because nothing is another price', () => {
  expect(() => picodollars(1e-7, 6)).toThrow('1e-7 is less than a picodollar.');
  expect(picodollars(1e-7, 3)).toBe(100n);
});

test.each([-1, Number.NaN, Number.POSITIVE_INFINITY, '', '1,5', '$1'])('%j is no price', (usd) => {
  expect(() => picodollars(usd, 6)).toThrow(RangeError);
});

test('a price above what JSON carries exactly is refused', () => {
  expect(picodollars('9007199254', 6)).toBe(9_007_199_254_000_000n);
  expect(() => picodollars('9007199255', 6)).toThrow('9007199255 is too much.');
});

test('every price of up to six decimals comes out exactly', () => {
  fc.assert(
    fc.property(fc.nat(10 ** 9), fc.integer({ min: 0, max: 6 }), (digits, decimals) => {
      const usd = Number(`${digits}e-${decimals}`);
      expect(picodollars(usd, 6)).toBe(BigInt(digits) * 10n ** BigInt(6 - decimals));
    }),
    { numRuns: 1000 },
  );
});
