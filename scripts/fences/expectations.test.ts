import { expect, test } from 'vitest';
import { expectEqual, expectThrow } from './expectations.ts';

test('equal in depth passes, another value fails with both and the place', () => {
  expectEqual({ a: [1n] }, { a: [1n] }, 'R.md:1');
  expect(() => expectEqual(1, 2, 'R.md:7')).toThrow('R.md:7  is 1, not 2');
  expect(() => expectEqual(1, '1', 'R.md:7')).toThrow("is 1, not '1'");
});

test('an error is recognised by its name or a part of its message', async () => {
  const run = async () => {
    throw new TypeError('no such model');
  };
  await expectThrow(run, 'TypeError', 'R.md:1');
  await expectThrow(run, 'no such', 'R.md:1');
  await expect(expectThrow(run, 'RangeError', 'R.md:1')).rejects.toThrow(
    'does not name RangeError',
  );
});

test('an example that was to throw and did not fails', async () => {
  await expect(expectThrow(async () => 3, 'Error', 'R.md:2')).rejects.toThrow('R.md:2  returned 3');
});
