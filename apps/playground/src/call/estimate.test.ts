import { system, user } from '@farebox/core';
import { openaiPrices } from '@farebox/core/prices/openai';
import { expect, test } from 'vitest';
import { estimate } from './estimate.js';

const at = Date.UTC(2026, 10, 24);

test('four bytes are a token, and each message has a frame of four', () => {
  const messages = [system('12345678'), user('1234')];
  expect(estimate(openaiPrices, 'gpt-4o-mini', messages, '123456789', at)).toEqual({
    inputTokens: 2 + 1 + 8,
    outputTokens: 3,
    cost: 11n * 150_000n + 3n * 600_000n,
  });
});

test('an estimate grows with the answer and never shrinks', () => {
  const costs = ['', 'a', 'a list', 'a list of words', '🚌🚌🚌🚌🚌🚌'].map(
    (answer) => estimate(openaiPrices, 'gpt-4o', [user('Hi')], answer, at).cost ?? 0n,
  );
  expect(costs).toEqual([...costs].sort((a, b) => Number(a - b)));
});

test('a model without a price has an unknown cost, which is not 0', () => {
  expect(estimate(openaiPrices, 'local', [user('Hi')], 'Hello', at).cost).toBeUndefined();
});
