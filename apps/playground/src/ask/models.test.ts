import { localPrices } from '@farebox/core/prices/local';
import { openaiPrices } from '@farebox/core/prices/openai';
import { simulate } from '@farebox/simulator';
import { expect, test } from 'vitest';
import { modelNames, priceWords } from './models.js';

const at = Date.UTC(2026, 10, 24);

test('prices are per million tokens, as price lists have them', () => {
  expect(priceWords(openaiPrices, 'gpt-4o-mini', at)).toBe(
    '$0.15 in · $0.60 out per million tokens',
  );
});

test('a model without a price says so, and one of an own server that it is free', () => {
  expect(priceWords(openaiPrices, 'claude-haiku-4-5', at)).toBe(
    'not on the price list: a budget refuses it',
  );
  expect(priceWords(localPrices, 'llama3.2', at)).toBe('free of charge');
});

test('the simulator answers as every model on offer', async () => {
  const response = await simulate().fetch('http://simulator/v1/models');
  const { data } = (await response.json()) as { data: { id: string }[] };
  const served = data.map(({ id }) => id);
  expect(served).toEqual(expect.arrayContaining([...modelNames(openaiPrices, at)]));
});
