import { expect, test } from 'vitest';
import { shownCount } from './shown-count.js';

test.each([
  [0, '0'],
  [999, '999'],
  [1000, '1,000'],
  [272_000, '272,000'],
  [1_234_567, '1,234,567'],
])('%d is shown as %s', (count, shown) => {
  expect(shownCount(count)).toBe(shown);
});
