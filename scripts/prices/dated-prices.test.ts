import { expect, test } from 'vitest';
import { datedPrices } from './dated-prices.ts';
import type { ConditionalPrice, ModelInfo } from './source.ts';

const checked = { checkedOn: '2026-11-24', source: 'https://example.com' };
const prices = (...entries: ConditionalPrice[]) => {
  const model: ModelInfo = { id: 'model', match: { equals: 'model' }, prices: entries };
  return datedPrices(model, checked).map(({ from, to, hours, bands }) => ({
    from,
    to,
    hours,
    input: bands[0]?.rates['input.text.fresh'],
  }));
};
const since = (start_date: string, input_mtok: number): ConditionalPrice => ({
  constraint: { type: 'start_date', start_date },
  prices: { input_mtok },
});
const between = (start: string, end: string, input_mtok: number): ConditionalPrice => ({
  constraint: { type: 'time_of_date', start_time: `${start}:00Z`, end_time: `${end}:00Z` },
  prices: { input_mtok },
});

test('each price ends where the next begins', () => {
  expect(
    prices({ prices: { input_mtok: 3 } }, since('2026-03-01', 2), since('2026-09-01', 1)),
  ).toEqual([
    { from: undefined, to: '2026-03-01', hours: undefined, input: 3_000_000 },
    { from: '2026-03-01', to: '2026-09-01', hours: undefined, input: 2_000_000 },
    { from: '2026-09-01', to: undefined, hours: undefined, input: 1_000_000 },
  ]);
});

test('hours of the day hold since the newest date, and come last so that they count', () => {
  const entries = [
    { prices: { input_mtok: 3 } },
    since('2026-08-17', 2),
    between('01:00', '04:00', 4),
  ];
  expect(prices(...entries)[2]).toEqual({
    from: '2026-08-17',
    to: undefined,
    hours: { from: '01:00', to: '04:00' },
    input: 4_000_000,
  });
});

test('hours with seconds are refused, because nobody asked for them yet', () => {
  expect(() => prices({ prices: { input_mtok: 3 } }, between('01:00:30', '04:00', 4))).toThrow(
    RangeError,
  );
});

test('a start of 199,999 is written as "200,000 or more", a start of 200,000 as "above"', () => {
  const bandsFor = (start: number) =>
    datedPrices(
      {
        id: 'model',
        match: { equals: 'model' },
        prices: { input_mtok: { base: 1, tiers: [{ start, price: 2 }] } },
      },
      checked,
    )[0]?.bands.map(({ above, atLeast }) => ({ above, atLeast }));
  expect(bandsFor(199_999)?.[1]).toEqual({ above: undefined, atLeast: 200_000 });
  expect(bandsFor(200_000)?.[1]).toEqual({ above: 200_000, atLeast: undefined });
});

test('what is not billed by the token has no prices here', () => {
  expect(prices({ prices: { audio_hours: 1 } })).toEqual([]);
});
