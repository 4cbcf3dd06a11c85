import type { CompletionUsage } from '@farebox/core';
import { expect, it } from 'vitest';
import { withReasoning } from './with-reasoning.js';

const counts = (input: number, output: number | undefined, total: number): CompletionUsage =>
  ({ prompt_tokens: input, completion_tokens: output, total_tokens: total }) as CompletionUsage;

it('what of the total is in neither part is reasoning, and output', () => {
  expect(withReasoning(counts(17, 2, 49))).toEqual({
    prompt_tokens: 17,
    completion_tokens: 32,
    total_tokens: 49,
    completion_tokens_details: { reasoning_tokens: 30 },
  });
  expect(withReasoning(counts(8, undefined, 20))).toMatchObject({ completion_tokens: 12 });
});

it('reasoning that is reported beside the answer is put inside, once', () => {
  const reported = { ...counts(32, 9, 135), completion_tokens_details: { reasoning_tokens: 94 } };
  const inside = withReasoning(reported);
  expect(inside).toMatchObject({
    completion_tokens: 103,
    completion_tokens_details: { reasoning_tokens: 94 },
  });
  expect(withReasoning(inside)).toBe(inside);
});

it('usage that adds up, or does not add up otherwise, stays as it is', () => {
  for (const usage of [
    counts(8, 205, 213),
    counts(8, 205, 100),
    counts(8, 5, Number.NaN),
    { ...counts(32, 9, 135), completion_tokens_details: { reasoning_tokens: 7 } },
  ]) {
    expect(withReasoning(usage)).toBe(usage);
  }
});
