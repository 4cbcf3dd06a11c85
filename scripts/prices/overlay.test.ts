import { expect, test } from 'vitest';
import { withOverlay } from './overlay.ts';
import type { Overlay } from './overlay-format.ts';
import type { PriceList } from './price-list.ts';

const checked = { checkedOn: '2026-11-24', source: 'https://example.com/ours' };
const rates = { 'input.text.fresh': 4, 'input.text.cached': 2, 'output.text': 8 };
const list: PriceList = {
  provider: 'example',
  unit: 'picodollars per token',
  models: [
    {
      id: 'model',
      aliases: [],
      prices: [
        { serviceTier: 'default', ...checked, to: '2026-06-01', bands: [{ rates }] },
        {
          serviceTier: 'default',
          ...checked,
          from: '2026-06-01',
          source: 'https://example.com/theirs',
          bands: [{ rates }, { atLeast: 272_000, rates }],
        },
      ],
    },
  ],
};
const overlaid = (overlay: Omit<Overlay, 'provider'>) =>
  withOverlay(list, { provider: 'example', ...overlay }).models;

test('a corrected threshold names both sources', () => {
  const thresholds = [
    { models: ['model'], from: { atLeast: 272_000 }, to: { above: 272_000 }, ...checked },
  ];
  expect(overlaid({ thresholds })[0]?.prices[1]).toMatchObject({
    bands: [{ rates }, { above: 272_000, rates }],
    source: 'https://example.com/theirs; https://example.com/ours',
  });
});

test('a tier is a fraction of the standard price, at each of its dates', () => {
  const tier = { serviceTier: 'flex', ofStandard: '1/2', models: ['model'], ...checked };
  const flex = overlaid({ tiers: [tier] })[0]?.prices.slice(2);
  const half = { 'input.text.fresh': 2, 'input.text.cached': 1, 'output.text': 4 };
  expect(flex).toEqual([
    { serviceTier: 'flex', to: '2026-06-01', ...checked, bands: [{ rates: half }] },
    {
      serviceTier: 'flex',
      from: '2026-06-01',
      ...checked,
      bands: [{ rates: half }, { atLeast: 272_000, rates: half }],
    },
  ]);
  const later = overlaid({ tiers: [{ ...tier, from: '2026-07-01' }] })[0]?.prices.slice(2);
  expect(later).toMatchObject([{ from: '2026-07-01' }]);
});

test('a tier may have no discount for cached input, and no price for long prompts', () => {
  const tier = { serviceTier: 'batch', ofStandard: '1/2', models: ['model'], ...checked };
  const [batch] =
    overlaid({ tiers: [{ ...tier, cachedAsFresh: true, firstBandOnly: true }] })[0]?.prices.slice(
      3,
    ) ?? [];
  expect(batch?.bands).toEqual([
    { rates: { 'input.text.fresh': 2, 'input.text.cached': 2, 'output.text': 4 } },
    { atLeast: 272_000, rates: {} },
  ]);
});

test('a fraction that does not come out even is refused', () => {
  const tiers = [{ serviceTier: 'flex', ofStandard: '1/3', models: ['model'], ...checked }];
  expect(() => overlaid({ tiers })).toThrow('1/3 of 4 is no whole number of picodollars.');
});

test('rates, first days, output limits and models are added', () => {
  const added = overlaid({
    rates: [{ models: ['model'], usdPerMillion: { 'output.audio': '80' }, ...checked }],
    since: [{ model: 'model', from: '2026-01-01', ...checked }],
    maxOutputTokens: [{ models: ['model', 'new'], tokens: 128_000, ...checked }],
    models: [
      {
        id: 'new',
        aliases: [],
        bands: [{ usdPerMillion: { 'input.text.fresh': '2' } }],
        ...checked,
      },
    ],
  });
  expect(added[0]?.prices[0]).toMatchObject({ from: '2026-01-01' });
  expect(added[0]?.prices[1]?.bands[1]?.rates).toEqual({ ...rates, 'output.audio': 80_000_000 });
  expect(added[1]).toEqual({
    id: 'new',
    aliases: [],
    maxOutputTokens: { tokens: 128_000, ...checked },
    prices: [
      { serviceTier: 'default', ...checked, bands: [{ rates: { 'input.text.fresh': 2_000_000 } }] },
    ],
  });
});

test('an entry for a model that is not there, or without effect, is a mistake', () => {
  const limit = { tokens: 1, ...checked };
  expect(() => overlaid({ maxOutputTokens: [{ models: ['modle'], ...limit }] })).toThrow(
    'example has no modle.',
  );
  const thresholds = [{ models: ['model'], from: { above: 1 }, to: { above: 2 }, ...checked }];
  expect(() => overlaid({ thresholds })).toThrow('model is as before.');
});
