import { expect, it } from 'vitest';
import { dice } from '../random/dice.js';
import { isReasoningModel, reasoningTokens } from './reasoning.js';

const tokensOf = (changes: Record<string, unknown>, promptTokens = 20, seed = '1') =>
  reasoningTokens(
    { model: 'o4-mini', messages: [], ...changes } as Parameters<typeof reasoningTokens>[0],
    promptTokens,
    dice(seed),
  );

it('the o series and GPT-5 and later reason; gpt-4o, GPT-4.1 and chat variants do not', () => {
  const names = ['o1', 'o3-mini', 'o4-mini-2025-04-16', 'gpt-5', 'gpt-5.4-mini', 'gpt-6', 'gpt-10'];
  expect(names.filter(isReasoningModel)).toEqual(names);
  const others = ['gpt-4o', 'gpt-4.1', 'gpt-4o-mini', 'gpt-5-chat-latest', 'omni'];
  expect(others.filter(isReasoningModel)).toEqual([]);
  expect(tokensOf({ model: 'gpt-4o', reasoning_effort: 'high' })).toBe(0);
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
