import { expect, test } from 'vitest';
import type { Catalogue } from './catalogue.js';
import { findPrice, type PriceQuery } from './find-price.js';

const facts = { checkedOn: '2026-11-24', source: 'https://example.com/prices' };
const rates = (output: bigint) => ({ 'input.text.fresh': 2n, 'output.text': output });
const standard = { serviceTier: 'default', ...facts };
const catalogue: Catalogue = {
  provider: 'example',
  models: [
    {
      id: 'model',
      aliases: ['model-2026-01-01', 'model-latest'],
      maxOutputTokens: 100,
      prices: [
        { ...standard, from: '2026-01-01', to: '2026-06-01', bands: [{ rates: rates(9n) }] },
        { ...standard, from: '2026-06-01', to: '2026-09-01', bands: [{ rates: rates(8n) }] },
        {
          ...standard,
          from: '2026-10-01',
          bands: [{ rates: rates(7n) }, { above: 272_000, rates: rates(14n) }],
        },
        {
          ...standard,
          serviceTier: 'priority',
          from: '2026-10-01',
          bands: [{ rates: rates(21n) }],
        },
      ],
    },
    {
      id: 'night-owl',
      aliases: [],
      prices: [
        { ...standard, bands: [{ rates: rates(5n) }] },
        { ...standard, hours: { from: '22:00', to: '06:00' }, bands: [{ rates: rates(3n) }] },
      ],
    },
  ],
};
const other: Catalogue = { ...catalogue, provider: 'other', models: catalogue.models.slice(0, 1) };

function find(model: string, at: string, rest: Partial<PriceQuery> = {}) {
  return findPrice(catalogue, { model, at: Date.parse(at), ...rest });
}
const outputPrice = (...args: Parameters<typeof find>) => {
  const price = find(...args);
  return price.kind === 'price' ? price.rates['output.text'] : price.reason;
};

test('a model is found by its id and by each of its other names, with the facts of its entry', () => {
  for (const model of ['model', 'model-2026-01-01', 'model-latest']) {
    expect(find(model, '2026-11-24')).toMatchObject({
      kind: 'price',
      provider: 'example',
      model: 'model',
      serviceTier: 'default',
      maxOutputTokens: 100,
      from: '2026-10-01',
      ...facts,
    });
  }
});

test.each([
  ['2025-12-31T23:59:59Z', 'time'],
  ['2026-01-01T00:00:00Z', 9n],
  ['2026-05-31T23:59:59Z', 9n],
  ['2026-06-01T00:00:00Z', 8n],
  ['2026-09-15T00:00:00Z', 'time'],
  ['2026-10-01T00:00:00Z', 7n],
])('at %s the price is %s: a new price leaves the calls before it alone', (at, expected) => {
  expect(outputPrice('model', at)).toBe(expected);
});

test.each([
  [undefined, 7n],
  [0, 7n],
  [271_999, 7n],
  [272_000, 7n],
  [272_001, 14n],
])('with a prompt of %s tokens the rates are those of its band', (promptTokens, expected) => {
  expect(outputPrice('model', '2026-11-24', { promptTokens })).toBe(expected);
});

test('the tier that was served decides: asked for fast, served default costs the standard price', () => {
  expect(outputPrice('model', '2026-11-24', { serviceTier: 'fast' })).toBe(21n);
  expect(outputPrice('model', '2026-11-24', { serviceTier: 'priority' })).toBe(21n);
  expect(outputPrice('model', '2026-11-24', { serviceTier: 'default' })).toBe(7n);
  expect(outputPrice('model', '2026-11-24', { serviceTier: null })).toBe(7n);
});

test('a tier without a price is unknown, with the tiers that have one', () => {
  expect(find('model', '2026-11-24', { serviceTier: 'flex' })).toEqual({
    kind: 'unknown',
    model: 'model',
    reason: 'service-tier',
    nearest: ['default', 'priority'],
  });
  expect(outputPrice('model', '2026-03-01', { serviceTier: 'priority' })).toBe('time');
});

test('where the hour decides, the later entry of the list counts', () => {
  expect(outputPrice('night-owl', '2026-11-24T12:00:00Z')).toBe(5n);
  expect(outputPrice('night-owl', '2026-11-24T23:00:00Z')).toBe(3n);
});

test('a model that is not listed is unknown, with the nearest names', () => {
  expect(find('modle-latest', '2026-11-24')).toEqual({
    kind: 'unknown',
    model: 'modle-latest',
    reason: 'model',
    nearest: ['model-latest', 'model', 'model-2026-01-01'],
  });
  for (const name of ['', 'constructor', '__proto__', 'model-2026-01-02']) {
    expect(outputPrice(name, '2026-11-24')).toBe('model');
  }
});

test('of several lists, the provider says which; without one, a model on two lists is unknown', () => {
  const at = Date.parse('2026-11-24');
  const lists = [catalogue, other];
  expect(findPrice(lists, { model: 'model', provider: 'other', at })).toMatchObject({
    kind: 'price',
    provider: 'other',
  });
  expect(findPrice(lists, { model: 'night-owl', at })).toMatchObject({ provider: 'example' });
  expect(findPrice(lists, { model: 'model', at })).toMatchObject({
    reason: 'several-providers',
    nearest: ['example', 'other'],
  });
  expect(findPrice(lists, { model: 'model', provider: 'zzz', at })).toMatchObject({
    reason: 'provider',
    nearest: [],
  });
  expect(findPrice(lists, { model: 'model', provider: 'examples', at })).toMatchObject({
    reason: 'provider',
    nearest: ['example'],
  });
  expect(findPrice([], { model: 'model', at })).toMatchObject({ reason: 'provider', nearest: [] });
});
