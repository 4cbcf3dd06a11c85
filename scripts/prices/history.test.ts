import { expect, test } from 'vitest';
import { upToDate } from './history.ts';
import type { ListedPrice, PriceList } from './price-list.ts';

const price = (fresh: number, rest: Partial<ListedPrice> = {}): ListedPrice => ({
  serviceTier: 'default',
  bands: [{ rates: { 'input.text.fresh': fresh } }],
  checkedOn: '2026-11-24',
  source: 'https://example.com, version 1',
  ...rest,
});
const list = (...prices: ListedPrice[]): PriceList => ({
  provider: 'example',
  unit: 'picodollars per token',
  models: [{ id: 'model', aliases: [], prices }],
});
const after = (former: PriceList, latest: PriceList) =>
  upToDate(former, latest, '2026-12-25').models[0]?.prices;

test('the same data change nothing, on whatever day', () => {
  const former = list(price(5, { to: '2026-01-01' }), price(3, { from: '2026-01-01' }));
  const again = list(
    price(5, { to: '2026-01-01', checkedOn: '2026-12-25' }),
    price(3, { from: '2026-01-01', checkedOn: '2026-12-25' }),
  );
  expect(upToDate(former, again, '2026-12-25')).toEqual(former);
  expect(upToDate(undefined, former, '2026-12-25')).toBe(former);
});

test('a changed price closes the former on the day of the change and begins there', () => {
  const newer = price(2, { checkedOn: '2026-12-25' });
  expect(after(list(price(3)), list(newer))).toEqual([
    price(3, { to: '2026-12-25' }),
    { ...newer, from: '2026-12-25' },
  ]);
});

test('where the data date the change themselves, that day counts', () => {
  const latest = list(price(3, { to: '2026-12-01' }), price(2, { from: '2026-12-01' }));
  expect(after(list(price(3)), latest)).toEqual(latest.models[0]?.prices);
  const announced = list(price(3, { to: '2027-01-01' }), price(2, { from: '2027-01-01' }));
  expect(after(list(price(3)), announced)).toEqual(announced.models[0]?.prices);
});

test('a price that came back is a new entry, and the past stays as it was told', () => {
  const former = list(price(3, { to: '2026-06-01' }), price(2, { from: '2026-06-01' }));
  expect(after(former, list(price(3)))).toEqual([
    price(3, { to: '2026-06-01' }),
    price(2, { from: '2026-06-01', to: '2026-12-25' }),
    price(3, { from: '2026-12-25' }),
  ]);
});

test('data that tell another past are not believed', () => {
  const former = list(price(3));
  const latest = list(price(9, { to: '2026-06-01' }), price(3, { from: '2026-06-01' }));
  expect(after(former, latest)).toEqual([price(3)]);
});

test('a tier that went ends today, one that came begins today', () => {
  const flex = price(1, { serviceTier: 'flex' });
  expect(after(list(price(3)), list(price(3), flex))).toEqual([
    price(3),
    { ...flex, from: '2026-12-25' },
  ]);
  expect(after(list(price(3), flex), list(price(3)))).toEqual([
    price(3),
    { ...flex, to: '2026-12-25' },
  ]);
});

test('a new tier with a dated past has it from its first date', () => {
  const flex = [
    price(1, { serviceTier: 'flex', to: '2026-01-01' }),
    price(2, { serviceTier: 'flex', from: '2026-01-01', to: '2026-06-01' }),
    price(3, { serviceTier: 'flex', from: '2026-06-01' }),
  ];
  expect(after(list(price(3)), list(price(3), ...flex))).toEqual([price(3), flex[1], flex[2]]);
});

test('a model that the data no longer have keeps its names and prices', () => {
  const former: PriceList = {
    ...list(),
    models: [{ id: 'gone', aliases: ['went'], prices: [price(3)] }],
  };
  expect(upToDate(former, list(price(1)), '2026-12-25').models).toEqual([
    former.models[0],
    { id: 'model', aliases: [], prices: [price(1)] },
  ]);
});

test('a newer version of the source that says the same moves only the day of the look', () => {
  const news = { source: 'https://example.com, version 2', checkedOn: '2026-12-25' };
  expect(after(list(price(3)), list(price(3, news)))).toEqual([price(3, news)]);
});
