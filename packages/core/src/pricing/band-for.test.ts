import { expect, test } from 'vitest';
import { bandFor } from './band-for.js';

const short = { 'input.text.fresh': 1n };
const long = { 'input.text.fresh': 2n };
const rates = { short, long };

test.each([
  [{ above: 272_000 }, 271_999, 'short'],
  [{ above: 272_000 }, 272_000, 'short'],
  [{ above: 272_000 }, 272_001, 'long'],
  [{ atLeast: 200_000 }, 199_999, 'short'],
  [{ atLeast: 200_000 }, 200_000, 'long'],
  [{ atLeast: 200_000 }, 200_001, 'long'],
] as const)('a band that begins %j: a prompt of %d tokens is %s', (bound, promptTokens, size) => {
  const bands = [{ rates: short }, { ...bound, rates: long }];
  expect(bandFor(bands, promptTokens)?.rates).toBe(rates[size]);
});

test('an empty prompt is in the first band, and without bands there is none', () => {
  expect(bandFor([{ rates: short }], 0)?.rates).toBe(short);
  expect(bandFor([], 0)).toBeUndefined();
});
