import { expect, test } from 'vitest';
import { maxCost } from './max-cost.js';

const price = { perToken: { freshInput: 150_000n, cachedInput: 75_000n, output: 600_000n } };

test('the ceiling is all input at the fresh rate and all output', () => {
  const bound = { inputTokens: 1000, outputTokens: 500, unbounded: [] };
  expect(maxCost(bound, price)).toBe(450_000_000n);
});

test('a cache that costs more than fresh input counts at its own rate', () => {
  const bound = { inputTokens: 10, outputTokens: 0, unbounded: [] };
  const dearCache = { perToken: { freshInput: 1n, cachedInput: 3n, output: 0n } };
  expect(maxCost(bound, dearCache)).toBe(30n);
});

test('a request with unbounded parts has no ceiling, and the error names them', () => {
  const bound = {
    inputTokens: Number.POSITIVE_INFINITY,
    outputTokens: 5,
    unbounded: ['messages[0].content[1] (image)', 'messages[0].content[2] (file)'],
  };
  expect(() => maxCost(bound, price)).toThrow(
    expect.objectContaining({
      kind: 'configuration',
      code: 'unbounded',
      message:
        'The request has no cost ceiling: messages[0].content[1] (image), messages[0].content[2] (file).',
    }),
  );
});
