import { expect, test } from 'vitest';
import { usageLeaves } from '../usage/usage-leaves.js';
import { rateOf } from './rate-of.js';

const text = {
  'input.text.fresh': 10n,
  'input.text.cached': 1n,
  'input.text.cacheWrite': 12n,
  'output.text': 40n,
};

test.each([
  ['output.reasoning', 40n],
  ['output.rejectedPrediction', 40n],
  ['input.image.fresh', 10n],
  ['input.image.cached', 1n],
  ['input.image.cacheWrite', 12n],
] as const)('with rates for text only, %s costs %d', (leaf, rate) => {
  expect(rateOf(text, leaf)).toBe(rate);
});

test.each([
  'input.audio.fresh',
  'input.audio.cached',
  'input.text.cacheWrite1h',
  'output.audio',
  'output.image',
] as const)('with rates for text only, nobody knows what %s costs', (leaf) => {
  expect(rateOf(text, leaf)).toBeUndefined();
});

test('where pictures have a rate, their cached tokens do not cost what cached text does', () => {
  const rates = { ...text, 'input.image.fresh': 20n };
  expect(rateOf(rates, 'input.image.fresh')).toBe(20n);
  expect(rateOf(rates, 'input.image.cached')).toBeUndefined();
});

test('a rate of 0 on the list is 0, and no list at all is never 0', () => {
  expect(rateOf({ 'output.text': 0n }, 'output.reasoning')).toBe(0n);
  for (const leaf of usageLeaves) expect(rateOf({}, leaf)).toBeUndefined();
});
