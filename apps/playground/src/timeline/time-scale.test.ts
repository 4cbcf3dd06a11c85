import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { timeScale } from './time-scale.js';

it('marks are a 1, a 2 or a 5 apart, from 0', () => {
  expect(timeScale(1_210).marksMs).toEqual([0, 500, 1_000]);
  expect(timeScale(9_900).marksMs).toEqual([0, 2_000, 4_000, 6_000, 8_000, 10_000]);
});

it('a run that has hardly begun has a tenth of a second to grow into', () => {
  expect(timeScale(0).endMs).toBeGreaterThanOrEqual(100);
});

it('whatever the length, there are two to six marks, all within, and the end has room', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1e9, noNaN: true }), (lastMs) => {
      const { endMs, marksMs } = timeScale(lastMs);
      expect(marksMs.length).toBeGreaterThanOrEqual(2);
      expect(marksMs.length).toBeLessThanOrEqual(6);
      expect(marksMs.at(-1)).toBeLessThanOrEqual(endMs);
      expect(endMs).toBeGreaterThan(lastMs);
    }),
  );
});
