import * as fc from 'fast-check';
import { decode, encode } from 'gpt-tokenizer/encoding/o200k_base';
import { expect, it } from 'vitest';
import { safeSegments } from './safe-segments.js';
import { endToken, type PathState, tokenPath } from './token-path.js';

const tokensOf = (text: string) => encode(text, { disallowedSpecial: new Set() });
const pathOf = (segments: [string, ...string[]][]) => tokenPath(safeSegments(segments), tokensOf);

/** Every way through the path, and its probability. */
function* waysFrom(
  state: PathState,
  tokens: number[] = [],
  probability = 1,
): Generator<{ tokens: number[]; probability: number }> {
  for (const { token, logprob, next } of state.continuations) {
    const reached = probability * Math.exp(logprob);
    if (next === undefined) yield { tokens, probability: reached };
    else yield* waysFrom(next, [...tokens, token], reached);
  }
}

/** Every text the segments can make, with the product of its weights: 0.8 per rank. */
function textsOf(segments: [string, ...string[]][]): Map<string, number> {
  return segments.reduce(
    (texts, segment) => {
      const sum = segment.reduce((total, _, rank) => total + 0.8 ** rank, 0);
      const longer = new Map<string, number>();
      for (const [text, probability] of texts) {
        for (const [rank, alternative] of segment.entries()) {
          const all = text + alternative;
          longer.set(all, (longer.get(all) ?? 0) + (probability * 0.8 ** rank) / sum);
        }
      }
      return longer;
    },
    new Map([['', 1]]),
  );
}

const texts = fc.string({ unit: fc.constantFrom(...' \n/aBé\'’s9.,("“漢🏳'), maxLength: 6 });
const segments = fc.array(
  fc
    .array(texts, { minLength: 1, maxLength: 3 })
    .map(([first = '', ...others]): [string, ...string[]] => [first, ...others]),
  { maxLength: 5 },
);

it('every way through the tokens is the encoding of its text, and as likely as the text is', () => {
  fc.assert(
    fc.property(segments, (some) => {
      const found = new Map<string, number>();
      for (const { tokens, probability } of waysFrom(pathOf(some))) {
        const text = new TextDecoder().decode(new TextEncoder().encode(decode(tokens)));
        expect(tokens).toEqual(tokensOf(text));
        expect(found.has(text)).toBe(false);
        found.set(text, probability);
      }
      const expected = textsOf(some);
      expect([...found.keys()].toSorted()).toEqual([...expected.keys()].toSorted());
      for (const [text, probability] of expected) {
        expect(found.get(text)).toBeCloseTo(probability, 9);
      }
    }),
    { numRuns: 400 },
  );
});

it('at every place the probabilities sum to 1 and fall', () => {
  fc.assert(
    fc.property(segments, (some) => {
      const check = ({ continuations }: PathState, depth: number) => {
        const shares = continuations.map(({ logprob }) => Math.exp(logprob));
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
        expect(shares).toEqual(shares.toSorted((a, b) => b - a));
        if (depth === 0) return;
        for (const { next } of continuations) if (next !== undefined) check(next, depth - 1);
      };
      check(pathOf(some), 4);
    }),
    { numRuns: 200 },
  );
});

it('alternatives that begin alike are one token until they part', () => {
  const [first] = pathOf([[' big red', ' big blue', ' small']]).continuations;
  expect(Math.exp(first?.logprob ?? 0)).toBeCloseTo((1 + 0.8) / (1 + 0.8 + 0.64), 12);
  const parting = first?.next?.continuations.map(({ logprob }) => Math.exp(logprob));
  expect(parting).toEqual([expect.closeTo(1 / 1.8, 12), expect.closeTo(0.8 / 1.8, 12)]);
});

it('where the answer may end, the end is a token among the others', () => {
  const [first] = pathOf([['yes', 'yes it is']]).continuations;
  const after = first?.next?.continuations;
  expect(after?.[0]?.token).toBe(endToken);
  expect(after?.map(({ token }) => token)).toEqual([endToken, tokensOf(' it')[0]]);
});

it('nothing to say is the end at once', () => {
  expect(pathOf([]).continuations).toEqual([{ token: endToken, logprob: 0, next: undefined }]);
});
