import { expect, test } from 'vitest';
import { type CatalogueJson, loadCatalogue } from './load-catalogue.js';

const facts = {
  serviceTier: 'default',
  from: '2026-01-01',
  checkedOn: '2026-11-24',
  source: 'https://example.com',
};
const list = (price: object, unit = 'picodollars per token'): CatalogueJson => ({
  provider: 'example',
  unit,
  models: [
    {
      id: 'model',
      aliases: ['alias'],
      maxOutputTokens: { tokens: 100, checkedOn: '2026-11-24', source: 'https://example.com' },
      prices: [{ ...facts, bands: [], ...price }],
    },
  ],
});

test('whole numbers become bigint, and dates and sources stay with them', () => {
  const bands = [
    { rates: { 'input.text.fresh': 150_000, 'output.text': 600_000, 'output.audio': undefined } },
    { above: 272_000, rates: { 'input.text.fresh': 300_000 } },
  ];
  expect(loadCatalogue(list({ bands, perRequest: 12_000 }))).toStrictEqual({
    provider: 'example',
    models: [
      {
        id: 'model',
        aliases: ['alias'],
        maxOutputTokens: 100,
        prices: [
          {
            ...facts,
            perRequest: 12_000n,
            bands: [
              { rates: { 'input.text.fresh': 150_000n, 'output.text': 600_000n } },
              { above: 272_000, rates: { 'input.text.fresh': 300_000n } },
            ],
          },
        ],
      },
    ],
  });
});

test.each([0.5, -1, Number.NaN, 2 ** 53])('%d picodollars are refused, never rounded', (amount) => {
  const bands = [{ rates: { 'input.text.fresh': amount } }];
  expect(() => loadCatalogue(list({ bands }))).toThrow(RangeError);
  expect(() => loadCatalogue(list({ perRequest: amount }))).toThrow(RangeError);
});

test('a list in dollars is refused', () => {
  expect(() => loadCatalogue(list({}, 'dollars per million tokens'))).toThrow(
    'The price list is in dollars per million tokens, not in picodollars per token.',
  );
});
