import { expect, test } from 'vitest';
import { loadCatalogue } from './load-catalogue.js';

const entry = { from: '2026-01-01', checkedOn: '2026-11-23', source: 'https://example.com' };

test('whole numbers become bigint, and dates and sources stay with them', () => {
  const rates = { freshInput: 150_000, cachedInput: 75_000, output: 600_000 };
  const model = { id: 'model', aliases: ['alias'], maxOutputTokens: { tokens: 100 } };
  const json = { provider: 'example', models: [{ ...model, prices: [{ ...entry, ...rates }] }] };
  expect(loadCatalogue(json)).toStrictEqual({
    provider: 'example',
    models: [
      {
        id: 'model',
        aliases: ['alias'],
        maxOutputTokens: 100,
        prices: [
          { ...entry, perToken: { freshInput: 150_000n, cachedInput: 75_000n, output: 600_000n } },
        ],
      },
    ],
  });
});

test('a fraction of a picodollar is refused, never rounded', () => {
  const prices = [{ ...entry, freshInput: 0.5, cachedInput: 0, output: 0 }];
  const json = { provider: 'example', models: [{ id: 'model', aliases: [], prices }] };
  expect(() => loadCatalogue(json)).toThrow(RangeError);
});
