import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CompletionUsage } from '../wire/completion.js';
import { invoice } from './invoice.js';
import { maxCost } from './max-cost.js';

const price = { perToken: { freshInput: 150_000n, cachedInput: 75_000n, output: 600_000n } };
const tokens = fc.nat(10_000_000);
const rate = fc.bigInt({ min: 0n, max: 10n ** 9n });
const prices = fc.record({
  perToken: fc.record({ freshInput: rate, cachedInput: rate, output: rate }),
});
const usages = fc.tuple(tokens, tokens, tokens).map(([fresh, cached, output]) => ({
  prompt_tokens: fresh + cached,
  completion_tokens: output,
  total_tokens: fresh + cached + output,
  prompt_tokens_details: { cached_tokens: cached },
}));

test('each kind of token has its line, at its price', () => {
  const usage: CompletionUsage = {
    prompt_tokens: 1000,
    completion_tokens: 500,
    total_tokens: 1500,
    prompt_tokens_details: { cached_tokens: 600 },
  };
  expect(invoice(usage, price)).toEqual({
    lines: [
      { what: 'freshInput', units: 400, unitPrice: 150_000n, amount: 60_000_000n },
      { what: 'cachedInput', units: 600, unitPrice: 75_000n, amount: 45_000_000n },
      { what: 'output', units: 500, unitPrice: 600_000n, amount: 300_000_000n },
    ],
    total: 405_000_000n,
  });
});

test('what was not used has no line', () => {
  const none = { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 };
  expect(invoice(none, price)).toEqual({ lines: [], total: 0n });
});

test('usage that does not add up is refused, not priced', () => {
  const wrong = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 3 };
  expect(() => invoice(wrong, price)).toThrow(expect.objectContaining({ kind: 'protocol' }));
});

test('the lines sum to the total, and each is units times price, for every usage and price', () => {
  fc.assert(
    fc.property(usages, prices, (usage, anyPrice) => {
      const { lines, total } = invoice(usage, anyPrice);
      expect(lines.reduce((sum, { amount }) => sum + amount, 0n)).toBe(total);
      for (const { units, unitPrice, amount } of lines) {
        expect(amount).toBe(BigInt(units) * unitPrice);
      }
      expect(lines.reduce((sum, { units }) => sum + units, 0)).toBe(usage.total_tokens);
    }),
    { numRuns: 1000 },
  );
});

test('the cost of two calls is the cost of their summed usage', () => {
  fc.assert(
    fc.property(usages, usages, prices, (first, second, anyPrice) => {
      const sum: CompletionUsage = {
        prompt_tokens: first.prompt_tokens + second.prompt_tokens,
        completion_tokens: first.completion_tokens + second.completion_tokens,
        total_tokens: first.total_tokens + second.total_tokens,
        prompt_tokens_details: {
          cached_tokens:
            first.prompt_tokens_details.cached_tokens + second.prompt_tokens_details.cached_tokens,
        },
      };
      expect(invoice(sum, anyPrice).total).toBe(
        invoice(first, anyPrice).total + invoice(second, anyPrice).total,
      );
    }),
    { numRuns: 1000 },
  );
});

test('no usage within a bound costs more than the bound does', () => {
  fc.assert(
    fc.property(usages, tokens, tokens, prices, (usage, moreInput, moreOutput, anyPrice) => {
      const bound = {
        inputTokens: usage.prompt_tokens + moreInput,
        outputTokens: usage.completion_tokens + moreOutput,
        unbounded: [],
      };
      expect(maxCost(bound, anyPrice)).toBeGreaterThanOrEqual(invoice(usage, anyPrice).total);
    }),
    { numRuns: 1000 },
  );
});
