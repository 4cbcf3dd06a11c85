import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allocationMatters } from './allocation-matters.js';
import type { Usage, UsageLeaf } from './usage-leaves.js';

const rates: Partial<Record<UsageLeaf, bigint>> = {
  'input.text.fresh': 10n,
  'input.text.cached': 5n,
  'input.text.cacheWrite': 12n,
  'input.image.fresh': 20n,
  'input.image.cached': 15n,
  'input.audio.fresh': 100n,
  'input.audio.cached': 40n,
};
const matters = (usage: Usage) => allocationMatters(usage, (leaf) => rates[leaf]);

test('with one modality, or with one cache state, there is nothing to share out', () => {
  expect(matters({})).toBe(false);
  expect(matters({ 'input.text.fresh': 1, 'input.text.cached': 2 })).toBe(false);
  expect(matters({ 'input.text.fresh': 1, 'input.audio.fresh': 2 })).toBe(false);
});

test('where the cache saves as much on images as on text, it does not matter which were cached', () => {
  expect(matters({ 'input.text.cached': 1, 'input.image.fresh': 2 })).toBe(false);
});

test('where it saves more on sound than on text, it does', () => {
  expect(matters({ 'input.text.cached': 1, 'input.audio.fresh': 2 })).toBe(true);
});

test('a rate that nobody knows cannot be shown to make no difference', () => {
  expect(matters({ 'input.text.cacheWrite': 1, 'input.image.fresh': 2 })).toBe(true);
});

test('it matters exactly when moving one token makes a difference, for any rates of two modalities', () => {
  const rate = fc.bigInt(0n, 3n);
  fc.assert(
    fc.property(rate, rate, rate, rate, (textFresh, textCached, audioFresh, audioCached) => {
      const prices: Partial<Record<UsageLeaf, bigint>> = {
        'input.text.fresh': textFresh,
        'input.text.cached': textCached,
        'input.audio.fresh': audioFresh,
        'input.audio.cached': audioCached,
      };
      const usage = { 'input.text.cached': 1, 'input.audio.fresh': 1 };
      const asTaken = textCached + audioFresh;
      const otherwise = textFresh + audioCached;
      expect(allocationMatters(usage, (leaf) => prices[leaf])).toBe(asTaken !== otherwise);
    }),
    { numRuns: 1000 },
  );
});
