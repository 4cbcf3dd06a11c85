import { user } from '@farebox/core';
import { expect, it } from 'vitest';
import { requestCost, usedTokens } from './request-cost.js';

const request = { model: 'm', messages: [user('x'.repeat(400))] };
const reply = { id: 'x', object: 'chat.completion', created: 0, model: 'm', choices: [] } as const;

it('a request costs its prompt, about, and the most its answers may have', () => {
  const prompt = requestCost(request);
  expect(prompt).toBeGreaterThanOrEqual(100);
  expect(prompt).toBeLessThan(120);
  expect(requestCost({ ...request, max_completion_tokens: 50, n: 3 })).toBe(prompt + 150);
  expect(requestCost({ ...request, max_tokens: 50 })).toBe(prompt + 50);
});

it.each([Number.NaN, Number.POSITIVE_INFINITY, -5, 'ten'])(
  'a ceiling of %s is not counted: no call spoils the count of the others',
  (ceiling) => {
    const wrong = { ...request, max_completion_tokens: ceiling as number };
    expect(requestCost(wrong)).toBe(requestCost(request));
  },
);

it('usage that is missing or no number is not used', () => {
  const usage = { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15 };
  expect(usedTokens({ ...reply, choices: [], usage })).toBe(15);
  expect(usedTokens({ ...reply, choices: [] })).toBeUndefined();
  const wrong = { ...usage, prompt_tokens: 'many' as unknown as number };
  expect(usedTokens({ ...reply, choices: [], usage: wrong })).toBeUndefined();
});
