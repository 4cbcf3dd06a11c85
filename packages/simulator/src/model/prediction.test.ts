import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadTokenizer } from '../tokens/tokenizer.js';
import type { Generated } from './generated.js';
import { predictionUse } from './prediction.js';

const tokenizer = await loadTokenizer();

const saying = (text: string): Generated => ({
  sections: [{ kind: 'content', pieces: [{ text, tokens: 1, logprobs: [] }] }],
  finish: 'stop',
  tokens: 1,
  reasoningTokens: 0,
  unsentTokens: 0,
});
const use = (prediction: string, answer: string) =>
  predictionUse(tokenizer, { type: 'content', content: prediction }, saying(answer));
const tokensOf = (text: string) => tokenizer.encode(text).length;

describe('a predicted output', () => {
  it('that comes true is accepted whole', () => {
    const text = 'for item in items:\n    print(item)\n';
    expect(use(text, text)).toEqual({ acceptedTokens: tokensOf(text), rejectedTokens: 0 });
  });

  it('is accepted around a word that changed, and only that word is rejected', () => {
    const [predicted, answer] = ['the red house by the sea', 'the blue house by the sea'];
    const all = tokensOf(predicted);
    expect(use(predicted, answer)).toEqual({ acceptedTokens: all - 1, rejectedTokens: 1 });
  });

  it('that has nothing of the answer is rejected whole', () => {
    expect(use('xyzzy', 'Hello there')).toEqual({
      acceptedTokens: 0,
      rejectedTokens: tokensOf('xyzzy'),
    });
  });

  it('in parts is one text, and none is none', () => {
    const content = ['Hel', 'lo'].map((text) => ({ type: 'text' as const, text }));
    const prediction = { type: 'content' as const, content };
    expect(predictionUse(tokenizer, prediction, saying('Hello')).acceptedTokens).toBe(1);
    for (const absent of [null, undefined]) {
      expect(predictionUse(tokenizer, absent, saying('Hello'))).toEqual({
        acceptedTokens: 0,
        rejectedTokens: 0,
      });
    }
  });

  it('is accepted or rejected token by token, never both and never more than the answer has', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 40 });
    fc.assert(
      fc.property(words, words, (one, two) => {
        const [predicted, answer] = [one.join(' '), two.join(' ')];
        const { acceptedTokens, rejectedTokens } = use(predicted, answer);
        expect(acceptedTokens + rejectedTokens).toBe(tokensOf(predicted));
        expect(acceptedTokens).toBeLessThanOrEqual(tokensOf(answer));
      }),
    );
  });

  it('too hostile to encode is rejected as it is estimated', () => {
    const { acceptedTokens, rejectedTokens } = use('a'.repeat(1_000_000), 'a');
    expect([acceptedTokens, rejectedTokens]).toEqual([0, 250_000]);
  });
});
