import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findModel } from '../pricing/find-model.js';
import { type CatalogueJson, loadCatalogue } from '../pricing/load-catalogue.js';
import { usageLeaves } from '../usage/usage-leaves.js';
import { allPrices } from './all.js';

const folder = join(import.meta.dirname, '../../prices');
const lists = readdirSync(folder).map((name): CatalogueJson & { name: string } => ({
  name,
  ...JSON.parse(readFileSync(join(folder, name), 'utf8')),
}));

test('every list is a module as well, with the same prices', () => {
  expect(lists.length).toBeGreaterThan(40);
  expect(allPrices).toEqual(lists.map(({ name: _, ...json }) => loadCatalogue(json)));
});

describe.each(lists)('the list of $provider', ({ name, provider, models }) => {
  const prices = models.flatMap(({ id, prices: entries }) =>
    entries.map((price) => ({ id, ...price })),
  );

  test('has the name of its file, and models with prices', () => {
    expect(name).toBe(`${provider}.json`);
    expect(models.length).toBeGreaterThan(0);
    for (const model of models) expect(model.prices.length).toBeGreaterThan(0);
  });

  test('gives no name to two models, in whatever case, so that their order decides nothing', () => {
    const names = models.flatMap(({ id, aliases }) => [id, ...aliases]);
    expect(new Set(names.map((one) => one.toLowerCase())).size).toBe(names.length);
    const dated = models.flatMap(({ datedNames = [] }) => datedNames);
    expect(new Set(dated).size).toBe(dated.length);
    const list = {
      provider,
      models: models.map(({ id, aliases }) => ({ id, aliases, prices: [] })),
    };
    for (const { id } of models) expect(findModel(list, id)?.id).toBe(id);
  });

  test('says of every figure where it is from and when someone looked', () => {
    for (const { checkedOn, source } of [
      ...prices,
      ...models.flatMap(({ maxOutputTokens = [] }) => maxOutputTokens),
    ]) {
      expect(checkedOn).toMatch(/^2026-\d\d-\d\d$/);
      expect(source).toMatch(/^https:\/\//);
    }
  });

  test('has rates by our names, whole and of 0 or more, and for text in every first band', () => {
    for (const { bands } of prices) {
      expect(bands[0]?.rates['input.text.fresh']).toBeDefined();
      expect(bands[0]?.above ?? bands[0]?.atLeast).toBeUndefined();
      for (const { rates } of bands) {
        expect(usageLeaves).toEqual(expect.arrayContaining(Object.keys(rates)));
      }
    }
  });

  test('has dates in order, and one price at a time for a tier and an hour', () => {
    const slots = Map.groupBy(prices, ({ id, serviceTier, hours }) =>
      JSON.stringify([id, serviceTier, hours]),
    );
    for (const entries of slots.values()) {
      let end = '0000-00-00';
      for (const { from = '0000-00-00', to = '9999-99-99' } of entries) {
        expect(from >= end).toBe(true);
        expect(to > from).toBe(true);
        end = to;
      }
    }
  });
});
