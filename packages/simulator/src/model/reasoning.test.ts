import { expect, it } from 'vitest';
import { dice } from '../random/dice.js';
import { reasoningTokens } from './reasoning.js';

const tokensOf = (changes: Record<string, unknown>, promptTokens = 20, seed = '1') =>
  reasoningTokens(
    { model: 'o4-mini', messages: [], ...changes } as Parameters<typeof reasoningTokens>[0],
    promptTokens,
    dice(seed),
  );

it('a model that cannot reason does not, and gpt-5.1 to 5.4 do only when they are asked to', () => {
  expect(tokensOf({ model: 'gpt-4o', reasoning_effort: 'high' })).toBe(0);
  expect(tokensOf({ model: 'gpt-5.2-chat-latest', reasoning_effort: 'medium' })).toBe(0);
  for (const model of ['gpt-5.1', 'gpt-5.2', 'gpt-5.4-mini']) {
    expect(tokensOf({ model })).toBe(0);
    expect(tokensOf({ model, reasoning_effort: 'low' })).toBeGreaterThan(0);
  }
  for (const model of ['gpt-5', 'gpt-5.5', 'gpt-5.6', 'gpt-6-astra']) {
    expect(tokensOf({ model })).toBe(tokensOf({ model, reasoning_effort: 'medium' }));
  }
});

it('more effort never takes less, minimal and none take nothing, and nothing asked is medium', () => {
  const efforts = ['none', 'minimal', 'low', 'medium', 'high', 'xhigh', 'max'];
  const tokens = efforts.map((effort) => tokensOf({ reasoning_effort: effort }));
  expect(tokens.slice(0, 2)).toEqual([0, 0]);
  expect(tokens[2]).toBeGreaterThan(0);
  expect(tokens).toEqual(tokens.toSorted((a, b) => a - b));
  expect(tokensOf({})).toBe(tokens[3]);
});

it('it is whole blocks of 64, more of them for a longer prompt, at most 7,680', () => {
  for (let seed = 0; seed < 200; seed++) {
    const short = tokensOf({ reasoning_effort: 'max' }, 0, `${seed}`);
    const long = tokensOf({ reasoning_effort: 'max' }, 1_000_000, `${seed}`);
    expect(short % 64).toBe(0);
    expect(long).toBeGreaterThan(short);
    expect(long).toBeLessThanOrEqual(7_680);
  }
});
