import fc from 'fast-check';
import { expect, test } from 'vitest';
import { backoffDelays } from './backoff-delays.js';

test('four retries with base 2 wait 1, 2, 4 and 8', () => {
  expect(backoffDelays(4)).toEqual([1, 2, 4, 8]);
  expect(backoffDelays(4, 2)).toEqual([1, 2, 4, 8]);
});

test('no retries have no waits, and base 1 waits the same each time', () => {
  expect(backoffDelays(0)).toEqual([]);
  expect(backoffDelays(3, 1)).toEqual([1, 1, 1]);
});

test('the wait of retry i is base to the power of i, to the last bit', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 100 }),
      fc.double({ min: 1, max: 100, noNaN: true }),
      (maxRetries, base) => {
        const expected = Array.from({ length: maxRetries }, (_, retry) => base ** retry);
        expect(backoffDelays(maxRetries, base)).toEqual(expected);
      },
    ),
  );
});

test.each([
  [-1, 2, 'maxRetries must be a whole number from 0 to 1000, and is -1.'],
  [1.5, 2, 'maxRetries must be a whole number from 0 to 1000, and is 1.5.'],
  [1001, 1, 'maxRetries must be a whole number from 0 to 1000, and is 1001.'],
  [Number.NaN, 2, 'maxRetries must be a whole number from 0 to 1000, and is NaN.'],
  [4, 0.5, 'base must be 1 or more, and is 0.5.'],
  [4, Number.POSITIVE_INFINITY, 'base must be 1 or more, and is Infinity.'],
  [1000, 1000, 'maxRetries 1000 with base 1000 is too large; lower one.'],
])(
  'backoffDelays(%d, %d) is refused with a sentence that says what to change',
  (retries, base, message) => {
    expect(() => backoffDelays(retries, base)).toThrow(
      expect.objectContaining({ kind: 'configuration', message }),
    );
  },
);
