import { expect, it } from 'vitest';
import { leaningOf } from './leaning.js';

const vocabulary = { token: (id: number) => (id < 100_000 ? 'x' : undefined) };
const leaning = (changes: Record<string, unknown>) =>
  leaningOf(vocabulary, { model: 'gpt-4o-mini', messages: [], ...changes });

it('nothing asked for, and null, lean nowhere', () => {
  const nowhere = { bias: new Map(), forced: [], frequencyPenalty: 0, presencePenalty: 0 };
  expect(leaning({})).toEqual(nowhere);
  expect(leaning({ logit_bias: null, frequency_penalty: null, presence_penalty: null })).toEqual(
    nowhere,
  );
});

it('only a bias for a token of the vocabulary, or for the end, can force it', () => {
  const bias = { 5: 1, 6: -1, 7: 0, 100000: 100, 199999: 3, x: 50 };
  expect(leaning({ logit_bias: bias }).forced).toEqual([199_999, 5]);
});

it('of many forced tokens the 300 with the highest bias are weighed', () => {
  const many = Object.fromEntries(Array.from({ length: 400 }, (_, token) => [token + 1000, 1]));
  const { forced } = leaning({ logit_bias: { ...many, 5000: 2 } });
  expect(forced).toHaveLength(300);
  expect(forced[0]).toBe(5000);
});
