import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Usage, type UsageLeaf, usageLeaves } from '../usage/usage-leaves.js';
import type { Rates } from './catalogue.js';
import { type Invoice, invoice } from './invoice.js';
import { maxCost } from './max-cost.js';

const runs = { numRuns: 2000 };

/** A value for some of the leaves. */
function byLeaf<Value>(value: fc.Arbitrary<Value>, requiredKeys: UsageLeaf[]) {
  const values = Object.fromEntries(usageLeaves.map((leaf) => [leaf, value]));
  return fc.record(values, { requiredKeys });
}
const usages: fc.Arbitrary<Usage> = byLeaf(fc.nat(10_000_000), []);
const rate = fc.bigInt({ min: 0n, max: 10n ** 9n });
/** Every leaf has a rate, so that every usage has an invoice. */
const allRates: fc.Arbitrary<Rates> = byLeaf(rate, [...usageLeaves]);
const oneBand = allRates.map((rates) => ({ bands: [{ rates }] }));

function billOf(...args: Parameters<typeof invoice>): Invoice {
  const bill = invoice(...args);
  if (bill.kind === 'unknown') throw new Error(`${bill.leaf} has no rate.`);
  return bill;
}
const plus = (a: Usage, b: Usage): Usage =>
  Object.fromEntries(usageLeaves.map((leaf) => [leaf, (a[leaf] ?? 0) + (b[leaf] ?? 0)]));

test('the lines sum to the total, each is units times price, and each token is on one line', () => {
  const prices = fc.record({ bands: oneBand.map(({ bands }) => bands), perRequest: rate });
  fc.assert(
    fc.property(usages, prices, (usage, price) => {
      const { lines, total } = billOf(usage, price);
      expect(lines.reduce((sum, { amount }) => sum + amount, 0n)).toBe(total);
      for (const line of lines) expect(line.amount).toBe(BigInt(line.units) * line.unitPrice);
      const tokens = usageLeaves.reduce((sum, leaf) => sum + (usage[leaf] ?? 0), 0);
      expect(lines.reduce((sum, { units }) => sum + units, 0)).toBe(tokens + 1);
      expect(new Set(lines.map(({ what }) => what)).size).toBe(lines.length);
    }),
    runs,
  );
});

test('the cost of two calls in the same band is the cost of their summed usage', () => {
  fc.assert(
    fc.property(usages, usages, oneBand, (first, second, price) => {
      expect(billOf(plus(first, second), price).total).toBe(
        billOf(first, price).total + billOf(second, price).total,
      );
    }),
    runs,
  );
});

test('one token more of any kind costs exactly its rate more, and never less than before', () => {
  fc.assert(
    fc.property(usages, oneBand, fc.constantFrom(...usageLeaves), (usage, price, leaf) => {
      const more = billOf(plus(usage, { [leaf]: 1 }), price).total - billOf(usage, price).total;
      expect(more).toBe(price.bands[0]?.rates[leaf]);
      expect(more).toBeGreaterThanOrEqual(0n);
    }),
    runs,
  );
});

test('where no band is cheaper than the one before it, no token more makes a call cheaper', () => {
  const rising = fc.tuple(allRates, allRates, fc.nat(100)).map(([low, step, above]) => {
    const high = Object.fromEntries(
      usageLeaves.map((leaf) => [leaf, (low[leaf] ?? 0n) + (step[leaf] ?? 0n)]),
    );
    return { bands: [{ rates: low }, { above, rates: high }] };
  });
  const small: fc.Arbitrary<Usage> = byLeaf(fc.nat(20), []);
  fc.assert(
    fc.property(small, rising, fc.constantFrom(...usageLeaves), (usage, price, leaf) => {
      expect(billOf(plus(usage, { [leaf]: 1 }), price).total).toBeGreaterThanOrEqual(
        billOf(usage, price).total,
      );
    }),
    runs,
  );
});

test('no usage that is within a bound costs more than the bound does', () => {
  const small: fc.Arbitrary<Usage> = byLeaf(fc.nat(100), []);
  const bands = fc
    .tuple(allRates, allRates, fc.nat(500))
    .map(([low, high, above]) => [{ rates: low }, { above, rates: high }]);
  const spare = fc.tuple(fc.nat(100), fc.nat(100), fc.nat(100));
  fc.assert(
    fc.property(small, spare, bands, rate, (usage, [text, image, output], all, fee) => {
      const sum = (part: string) =>
        usageLeaves.reduce((n, leaf) => (leaf.startsWith(part) ? n + (usage[leaf] ?? 0) : n), 0);
      const bound = {
        inputTokens: sum('input') + text + image,
        inputImageTokens: sum('input.image') + image,
        inputAudioTokens: sum('input.audio'),
        outputTokens: sum('output') + output,
        outputAudioTokens: sum('output.audio'),
        unbounded: [],
      };
      const price = { bands: all, perRequest: fee };
      expect(maxCost(bound, price)).toBeGreaterThanOrEqual(billOf(usage, price).total);
    }),
    runs,
  );
});
