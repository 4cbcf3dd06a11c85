import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { editDistance } from './edit-distance.js';

test.each([
  ['spend', 'spend', 0],
  ['spned', 'spend', 1],
  ['spen', 'spend', 1],
  ['sspend', 'spend', 1],
  ['apend', 'spend', 1],
  ['', 'abc', 3],
  ['abc', '', 3],
  ['budget', 'models', 5],
  ['ca', 'abc', 3],
])('from %j to %j it is %i', (a, b, distance) => {
  expect(editDistance(a, b)).toBe(distance);
});

it('is the same both ways, and none only for the same word', () => {
  const word = fc.stringMatching(/^[abc]{0,6}$/);
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(editDistance(a, b)).toBe(editDistance(b, a));
      expect(editDistance(a, b) === 0).toBe(a === b);
    }),
  );
});
