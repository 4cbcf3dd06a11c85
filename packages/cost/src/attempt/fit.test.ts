import { type ChatRequest, user } from '@farebox/core';
import { openaiPrices } from '@farebox/core/prices/openai';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attemptBound } from './attempt-bound.js';
import { fitRequest, leastCost } from './fit.js';

const at = Date.UTC(2026, 10, 1);
const hello: ChatRequest = {
  model: 'gpt-4o-mini',
  messages: [user('Hello')],
  max_completion_tokens: 1000,
};

function boundOf(request: ChatRequest) {
  const bound = attemptBound(request, openaiPrices, at, []);
  if (bound === undefined) throw new Error('this request has a bound');
  return bound;
}

describe('fitRequest', () => {
  it('sends the request as it is where the money buys all of it', () => {
    const bound = boundOf(hello);
    expect(fitRequest(bound, hello, bound.amount)).toEqual({ request: hello, bound });
  });

  it('buys the largest output ceiling: one token more would cost more than there is', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 5000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (n, ceiling, share) => {
          const request = { ...hello, n, max_completion_tokens: ceiling };
          const bound = boundOf(request);
          const least = leastCost(bound, request, { leastTokens: 1 });
          const money = least + ((bound.amount - least) * BigInt(Math.floor(share * 1000))) / 1000n;
          const fitted = fitRequest(bound, request, money);
          const tokens = fitted.request.max_completion_tokens ?? 0;
          expect(boundOf(fitted.request).amount).toBe(fitted.bound.amount);
          expect(fitted.bound.amount <= money).toBe(true);
          expect(tokens).toBeGreaterThanOrEqual(1);
          if (tokens === ceiling) return;
          const more = boundOf({ ...request, max_completion_tokens: tokens + 1 });
          expect(more.amount > money).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('lowers the field that is set, both where both are, and sets the new one where neither is', () => {
    const fields = (request: Partial<ChatRequest>) => {
      const { max_completion_tokens: _, ...rest } = hello;
      const asked = { ...rest, ...request };
      const bound = boundOf(asked);
      const money = leastCost(bound, asked, { leastTokens: 10 });
      const { max_completion_tokens, max_tokens } = fitRequest(bound, asked, money).request;
      return { max_completion_tokens, max_tokens };
    };
    expect(fields({ max_tokens: 100 })).toEqual({ max_tokens: 10 });
    expect(fields({ max_completion_tokens: 100 })).toEqual({ max_completion_tokens: 10 });
    expect(fields({ max_completion_tokens: 5, max_tokens: 100 })).toEqual({
      max_completion_tokens: 5,
      max_tokens: 10,
    });
    expect(fields({})).toEqual({ max_completion_tokens: 10 });
  });

  it('asks for no more than the ceiling where the floor is above it', () => {
    const bound = boundOf(hello);
    expect(leastCost(bound, hello, { leastTokens: 5000 })).toBe(bound.amount);
  });
});
