import { expect, test } from 'vitest';
import { shownBand } from './shown-band.js';

test('the first band ends where the next begins, on the side that the next leaves to it', () => {
  const rates = {};
  expect(shownBand({ rates }, { rates, above: 272_000 })).toBe('up to 272,000');
  expect(shownBand({ rates, above: 272_000 }, undefined)).toBe('above 272,000');
  expect(shownBand({ rates }, { rates, atLeast: 200_000 })).toBe('below 200,000');
  expect(shownBand({ rates, atLeast: 200_000 }, undefined)).toBe('from 200,000');
});
