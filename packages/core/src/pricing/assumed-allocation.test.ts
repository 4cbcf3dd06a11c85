import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Usage } from '../usage/usage-leaves.js';
import type { Rates } from './catalogue.js';
import { invoice } from './invoice.js';

const isAssumed = (usage: Usage, price: Rates) => {
  const bill = invoice(usage, { bands: [{ rates: price }] });
  return bill.kind === 'invoice' && bill.assumed !== undefined;
};
const rates: Rates = {
  'input.text.fresh': 10n,
  'input.text.cached': 1n,
  'input.audio.fresh': 100n,
  'input.audio.cached': 50n,
};

test('with one kind of token, or one cache state, there is nothing to share out', () => {
  expect(isAssumed({}, rates)).toBe(false);
  expect(isAssumed({ 'input.text.fresh': 5, 'input.text.cached': 5 }, rates)).toBe(false);
  expect(isAssumed({ 'input.text.fresh': 5, 'input.audio.fresh': 5 }, rates)).toBe(false);
});

test('two kinds and two states matter where the discounts differ, and only there', () => {
  const mixed: Usage = { 'input.text.cached': 5, 'input.audio.fresh': 5 };
  expect(isAssumed(mixed, rates)).toBe(true);
  expect(isAssumed(mixed, { ...rates, 'input.audio.cached': 91n })).toBe(false);
});

test('a rate that nobody knows may be any', () => {
  const mixed: Usage = { 'input.text.cached': 5, 'input.audio.fresh': 5 };
  const { 'input.audio.cached': _, ...unknown } = rates;
  expect(isAssumed(mixed, unknown)).toBe(true);
});

test('pictures without rates of their own cost what text costs, wherever the cache is', () => {
  const mixed: Usage = { 'input.text.cached': 5, 'input.image.fresh': 5 };
  expect(isAssumed(mixed, rates)).toBe(false);
});

test('it says so exactly where some swap of two tokens has another cost', () => {
  const modalities = ['text', 'image', 'audio'] as const;
  const states = ['fresh', 'cached', 'cacheWrite'] as const;
  const leaves = modalities.flatMap((m) => states.map((s) => `input.${m}.${s}` as const));
  const rate = fc.integer({ min: 1, max: 3 }).map(BigInt);
  const anyRates = fc
    .tuple(...leaves.map(() => rate))
    .map((all): Rates => Object.fromEntries(leaves.map((leaf, index) => [leaf, all[index]])));
  const anyUsage = fc
    .tuple(...leaves.map(() => fc.nat(2)))
    .map((all): Usage => Object.fromEntries(leaves.map((leaf, index) => [leaf, all[index]])));
  const costOf = (usage: Usage, price: Rates) => {
    const bill = invoice(usage, { bands: [{ rates: price }] });
    return bill.kind === 'invoice' ? bill.total : undefined;
  };
  fc.assert(
    fc.property(anyUsage, anyRates, (usage, price) => {
      const sum = (part: string) =>
        leaves.reduce((all, leaf) => (leaf.includes(part) ? all + (usage[leaf] ?? 0) : all), 0);
      const another = sharedOut(
        modalities.map((m) => sum(`.${m}.`)),
        states.map((s) =>
          leaves.reduce(
            (all, leaf) => (leaf.endsWith(`.${s}`) ? all + (usage[leaf] ?? 0) : all),
            0,
          ),
        ),
      );
      const costs = another.map((table) =>
        costOf(Object.fromEntries(leaves.map((leaf, index) => [leaf, table[index]])), price),
      );
      expect(isAssumed(usage, price)).toBe(new Set(costs).size > 1);
    }),
    { numRuns: 1000 },
  );
});

/** Every table of whole numbers with these sums of its rows and of its columns. */
function sharedOut(rows: readonly number[], columns: readonly number[]): number[][] {
  const [row, ...rest] = rows;
  if (row === undefined) return columns.every((left) => left === 0) ? [[]] : [];
  const splits = (left: number, limits: readonly number[]): number[][] => {
    const [limit, ...others] = limits;
    if (limit === undefined) return left === 0 ? [[]] : [];
    return Array.from({ length: Math.min(left, limit) + 1 }, (_, part) =>
      splits(left - part, others).map((tail) => [part, ...tail]),
    ).flat();
  };
  return splits(row, columns).flatMap((split) =>
    sharedOut(
      rest,
      columns.map((left, index) => left - (split[index] ?? 0)),
    ).map((tail) => [...split, ...tail]),
  );
}
