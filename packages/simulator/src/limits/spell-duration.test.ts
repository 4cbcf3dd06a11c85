import { expect, it } from 'vitest';
import { spellDuration } from './spell-duration.js';

it.each([
  [0, '0s'],
  [1, '1ms'],
  [999, '999ms'],
  [1000, '1s'],
  [8640, '8.64s'],
  [59_999, '59.999s'],
  [60_000, '1m0s'],
  [90_000, '1m30s'],
  [360_000, '6m0s'],
  [3_600_000, '1h0m0s'],
  [52_151_040, '14h29m11.04s'],
])('%i ms is spelt %s', (ms, spelt) => {
  expect(spellDuration(ms)).toBe(spelt);
});
