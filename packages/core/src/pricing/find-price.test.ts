import { expect, test } from 'vitest';
import type { Catalogue } from './catalogue.js';
import { findPrice } from './find-price.js';

const perToken = (output: bigint) => ({ freshInput: 2n, cachedInput: 1n, output });
const facts = { checkedOn: '2026-11-23', source: 'https://example.com/prices' };
const catalogue: Catalogue = {
  provider: 'example',
  models: [
    {
      id: 'model',
      aliases: ['model-2026-01-01', 'model-latest'],
      maxOutputTokens: 100,
      prices: [
        { from: '2026-01-01', to: '2026-06-01', perToken: perToken(9n), ...facts },
        { from: '2026-06-01', to: '2026-09-01', perToken: perToken(8n), ...facts },
        { from: '2026-10-01', perToken: perToken(7n), ...facts },
      ],
    },
    {
      id: 'other',
      aliases: [],
      prices: [{ from: '2026-01-01', perToken: perToken(5n), ...facts }],
    },
  ],
};

function outputPrice(model: string, at?: string) {
  const price = findPrice(catalogue, { model, at: at === undefined ? at : Date.parse(at) });
  return price.kind === 'price' ? price.perToken.output : price;
}

test('a model is found by its id and by each of its other names', () => {
  for (const model of ['model', 'model-2026-01-01', 'model-latest']) {
    expect(findPrice(catalogue, { model })).toMatchObject({
      kind: 'price',
      provider: 'example',
      model: 'model',
      maxOutputTokens: 100,
      ...facts,
    });
  }
  expect(outputPrice('other')).toBe(5n);
});

test.each(['', 'Model', 'model-2026-02-02', 'mode', 'model ', 'constructor', '__proto__'])(
  'the unlisted name %j is unknown, never the price of its family and never 0',
  (model) => {
    expect(findPrice(catalogue, { model })).toStrictEqual({ kind: 'unknown', model });
  },
);

test('without a time the newest price counts', () => {
  expect(outputPrice('model')).toBe(7n);
});

test('a price begins at midnight UTC of its first day, and ends as the next begins', () => {
  expect(outputPrice('model', '2026-01-01T00:00:00.000Z')).toBe(9n);
  expect(outputPrice('model', '2026-05-31T23:59:59.999Z')).toBe(9n);
  expect(outputPrice('model', '2026-06-01T00:00:00.000Z')).toBe(8n);
  expect(outputPrice('model', '2030-01-01T00:00:00.000Z')).toBe(7n);
});

test('before the first price, and in a gap between two, the price is unknown', () => {
  const unknown = { kind: 'unknown', model: 'model' };
  expect(outputPrice('model', '2025-12-31T23:59:59.999Z')).toEqual(unknown);
  expect(outputPrice('model', '2026-09-01T00:00:00.000Z')).toEqual(unknown);
});
