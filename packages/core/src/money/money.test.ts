import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatUsd, parseUsd, toUsd } from './money.js';

test.each([
  ['0.50', 500_000_000_000n],
  ['$0.50', 500_000_000_000n],
  [' $ 5 ', 5_000_000_000_000n],
  ['0', 0n],
  ['007.10', 7_100_000_000_000n],
  ['0.000000000001', 1n],
  ['0.30', 300_000_000_000n],
  ['123456789012345678901234567890', 123456789012345678901234567890n * 10n ** 12n],
])('%j is %d picodollars', (text, picodollars) => {
  expect(parseUsd(text)).toBe(picodollars);
});

test.each([
  ['-1', 'has a sign'],
  ['+1', 'has a sign'],
  ['$-1', 'has a sign'],
  ['1e-6', 'has an exponent'],
  ['1E3', 'has an exponent'],
  ['1,000.50', 'has a separator'],
  ['1_000', 'has a separator'],
  ['1 000', 'has a separator'],
  ['0,50', 'has a separator'],
  ['0.0000000000001', 'has 13 decimals'],
  ['', 'is not an amount'],
  ['.5', 'is not an amount'],
  ['5.', 'is not an amount'],
  ['1.2.3', 'is not an amount'],
  ['five', 'is not an amount'],
  ['NaN', 'is not an amount'],
  ['0x10', 'is not an amount'],
  ['٣', 'is not an amount'],
])('%j is refused because it %s, and the message says how to write it', (text, reason) => {
  expect(() => parseUsd(text)).toThrow(
    expect.objectContaining({
      kind: 'configuration',
      message: expect.stringContaining(`The amount of US dollars ${reason}`),
    }),
  );
});

test('a number is refused, because 0.1 + 0.2 is not 0.3', () => {
  expect(() => parseUsd(0.5 as unknown as string)).toThrow(
    "is a number; write it as text, such as '0.50'",
  );
});

test('a key pasted in place of an amount does not appear in the message', () => {
  expect(() => parseUsd('sk-canary-1')).toThrow(/^(?!.*canary)/);
});

test.each([
  [0n, '0.00'],
  [1n, '0.000000000001'],
  [42_000_000n, '0.000042'],
  [450_000_000n, '0.00045'],
  [500_000_000_000n, '0.50'],
  [12_500_000_000_000n, '12.50'],
  [-1_500_000_000_000n, '-1.50'],
])('%d picodollars are %j dollars, exactly', (picodollars, text) => {
  expect(formatUsd(picodollars)).toBe(text);
});

test.each([
  [1_999_000_000_000n, 2, '2.00'],
  [4_999_999_999n, 2, '0.00'],
  [5_000_000_000n, 2, '0.01'],
  [-5_000_000_000n, 2, '-0.01'],
  [-4_999_999_999n, 2, '0.00'],
  [1_500_000_000_000n, 0, '2'],
  [42_000_000n, 6, '0.000042'],
  [42_000_000n, 12, '0.000042000000'],
])('%d picodollars with %d digits are %j, rounded half away from zero', (amount, digits, text) => {
  expect(formatUsd(amount, { digits })).toBe(text);
});

test.each([-1, 13, 1.5, Number.NaN])('%d digits are refused', (digits) => {
  expect(() => formatUsd(1n, { digits })).toThrow('digits must be a whole number from 0 to 12');
});

const amounts = fc.bigInt({ min: 0n, max: 10n ** 30n });

test('money survives being formatted and parsed, to the picodollar', () => {
  fc.assert(
    fc.property(amounts, (amount) => {
      expect(parseUsd(formatUsd(amount))).toBe(amount);
      expect(parseUsd(`$${formatUsd(amount, { digits: 12 })}`)).toBe(amount);
    }),
    { numRuns: 2000 },
  );
});

test('rounding is never off by more than half of the last digit', () => {
  fc.assert(
    fc.property(amounts, fc.integer({ min: 1, max: 12 }), (amount, digits) => {
      const unit = 10n ** BigInt(12 - digits);
      const distance = parseUsd(formatUsd(amount, { digits })) - amount;
      expect(2n * (distance < 0n ? -distance : distance)).toBeLessThanOrEqual(unit);
    }),
    { numRuns: 1000 },
  );
});

test('as a number, an amount is the closest one there is', () => {
  expect(toUsd(450_000_000n)).toBe(0.00045);
  expect(toUsd(12_500_000_000_000n)).toBe(12.5);
  expect(toUsd(9_007_199_254_740_993_000n)).toBe(9_007_199.254_740_993);
});
