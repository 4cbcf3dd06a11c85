import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { candidatesAt, penalisedLogits } from './candidates.js';
import { leaningOf } from './leaning.js';
import { type Continuation, endToken } from './token-path.js';

const state = (...shares: [token: number, share: number][]) => ({
  continuations: shares.map(
    ([token, share]): Continuation => ({ token, logprob: Math.log(share), next: undefined }),
  ),
});
const leaning = (changes: Record<string, unknown> = {}) =>
  leaningOf(
    { token: (id) => (id < 100_000 ? 'x' : undefined) },
    { model: 'gpt-4o-mini', messages: [], ...changes },
  );
const logitsOf = (
  place: ReturnType<typeof state>,
  changes: Record<string, unknown>,
  counts: [number, number][] = [],
  constrained = false,
) => {
  const candidates = candidatesAt(place, leaning(changes), constrained);
  const logits = penalisedLogits(candidates, leaning(changes), new Map(counts));
  return Object.fromEntries(candidates.map(({ token }, index) => [token, logits[index]]));
};
const two = state([10, 0.75], [20, 0.25]);

it('without anything asked for, a logit is the logarithm of the probability', () => {
  expect(logitsOf(two, {})).toEqual({ 10: Math.log(0.75), 20: Math.log(0.25) });
});

it('a bias adds to its token’s logit', () => {
  expect(logitsOf(two, { logit_bias: { 20: 1.5 } })).toEqual({
    10: Math.log(0.75),
    20: Math.log(0.25) + 1.5,
  });
});

it('penalties take count × frequency_penalty + presence_penalty, worked out by hand', () => {
  const penalties = { frequency_penalty: 0.5, presence_penalty: 0.3 };
  const found = logitsOf(two, penalties, [
    [10, 3],
    [30, 9],
  ]);
  expect(found[10]).toBeCloseTo(Math.log(0.75) - 3 * 0.5 - 0.3, 12);
  expect(found[20]).toBe(Math.log(0.25));
});

it('for any counts, bias and penalties the logit is the formula’s', () => {
  const amount = fc.double({ min: -2, max: 2, noNaN: true });
  fc.assert(
    fc.property(
      amount,
      amount,
      fc.double({ min: -99, max: 100, noNaN: true }),
      fc.nat(500),
      (frequency, presence, bias, count) => {
        const changes = {
          frequency_penalty: frequency,
          presence_penalty: presence,
          logit_bias: { 10: bias },
        };
        const expected =
          Math.log(0.75) + bias - (count * frequency + (count > 0 ? 1 : 0) * presence);
        expect(logitsOf(two, changes, [[10, count]])[10]).toBeCloseTo(expected, 9);
      },
    ),
  );
});

it('−100 bans outright; −99.9 does not', () => {
  expect(Object.keys(logitsOf(two, { logit_bias: { 10: -100 } }))).toEqual(['20']);
  expect(Object.keys(logitsOf(two, { logit_bias: { 10: -99.9 } }))).toEqual(['10', '20']);
});

it('where every way on is banned the path goes on in silence', () => {
  const banned = { logit_bias: { 10: -100, 20: -100 } };
  const silent = candidatesAt(two, leaning(banned), false);
  expect(silent.map((candidate) => [candidate.token, candidate.silent])).toEqual([
    [10, true],
    [20, true],
  ]);
});

it('a token with a bias for it comes in at −50, one with a bias against it does not', () => {
  const found = logitsOf(two, { logit_bias: { 30: 60, 40: -5, [endToken]: 2, 1e9: 100 } }, [
    [30, 4],
  ]);
  expect(found).toEqual({
    10: Math.log(0.75),
    20: Math.log(0.25),
    30: 10,
    [endToken]: -48,
  });
  expect(logitsOf(two, { logit_bias: { 30: 60 }, frequency_penalty: 2 }, [[30, 4]])[30]).toBe(2);
});

it('in constrained text nothing comes in, and a ban of the only ways on is void', () => {
  const forced = { logit_bias: { 10: -100, 20: -100, 30: 100 } };
  const candidates = candidatesAt(two, leaning(forced), true);
  expect(candidates.map((candidate) => [candidate.token, candidate.silent])).toEqual([
    [10, false],
    [20, false],
  ]);
  expect(Object.keys(logitsOf(two, { logit_bias: { 10: -100 } }, [], true))).toEqual(['20']);
});
