import { describe, expect, it } from 'vitest';
import { listedModels } from './rates.js';
import { type ListedPrice, tariffOf } from './tariff.js';

const rates = (fresh: number, output: number) => ({
  'input.text.fresh': fresh,
  'input.text.cached': fresh / 10,
  'input.text.cacheWrite': fresh,
  'output.text': output,
});
const prices: readonly ListedPrice[] = [
  { serviceTier: 'default', to: '2026-07-30', bands: [{ rates: rates(1000, 6000) }] },
  {
    serviceTier: 'default',
    from: '2026-07-30',
    bands: [{ rates: rates(200, 1200) }, { above: 272_000, rates: rates(400, 1800) }],
  },
  {
    serviceTier: 'priority',
    from: '2026-07-30',
    bands: [{ rates: rates(400, 2400) }, { above: 272_000, rates: {} }],
  },
];
const day = Date.UTC(2026, 6, 30);
const freshAt = (at: number, promptTokens = 0) =>
  tariffOf(prices, { at, promptTokens }).rates.freshInput;

describe('a tariff', () => {
  it('changes at the first millisecond of the day, in UTC', () => {
    expect([freshAt(0), freshAt(day - 1), freshAt(day)]).toEqual([1000n, 1000n, 200n]);
  });

  it('at the threshold is that of shorter prompts; one token above, that of longer ones', () => {
    expect([freshAt(day, 272_000), freshAt(day, 272_001)]).toEqual([200n, 400n]);
    const atLeast = [
      { ...prices[0], bands: [{ rates: rates(10, 1) }, { atLeast: 9, rates: rates(20, 2) }] },
    ];
    const freshOf = (promptTokens: number) =>
      tariffOf(atLeast as ListedPrice[], { at: 0, promptTokens }).rates.freshInput;
    expect([freshOf(8), freshOf(9)]).toEqual([10n, 20n]);
  });

  it('is the tier asked for where that day and that size have rates in it, and default elsewhere', () => {
    const tierOf = (at: number, promptTokens: number, serviceTier: string | null) =>
      tariffOf(prices, { at, promptTokens, serviceTier }).serviceTier;
    expect(tierOf(day, 272_000, 'priority')).toBe('priority');
    expect(tierOf(day, 272_000, 'fast')).toBe('priority');
    expect(tierOf(day, 272_001, 'priority')).toBe('default');
    expect(tierOf(day - 1, 1, 'priority')).toBe('default');
    for (const tier of ['flex', 'auto', 'default', 'scale', 'batch', null]) {
      expect(tierOf(day, 1, tier)).toBe('default');
    }
  });

  it('has the rates of the tier it names', () => {
    const { rates: served } = tariffOf(prices, {
      at: day,
      promptTokens: 272_001,
      serviceTier: 'fast',
    });
    expect(served).toEqual(tariffOf(prices, { at: day, promptTokens: 272_001 }).rates);
  });
});

describe('of the price list', () => {
  const modelOf = (name: string) => {
    const found = listedModels.find(({ id }) => id === name);
    if (found === undefined) throw new Error(`The price list has no ${name}.`);
    return found;
  };

  it('the first price holds before it, in every tier', () => {
    const { tariffOf: of } = modelOf('gpt-4o-mini');
    const now = { freshInput: 150_000n, cachedInput: 75_000n, output: 600_000n };
    expect(of({ at: Date.UTC(2026, 10, 23) }).rates).toEqual(now);
    expect(of({ at: 0 }).rates).toEqual(now);
    expect(of({ at: 0, serviceTier: 'priority' }).rates.freshInput).toBe(250_000n);
  });

  it('every price can be read, on any day, in any tier, for a prompt of any size', () => {
    for (const { tariffOf: of } of listedModels) {
      for (const serviceTier of ['default', 'flex', 'priority']) {
        for (const at of [0, day, Number.POSITIVE_INFINITY]) {
          for (const promptTokens of [0, 300_000]) {
            expect(of({ at, promptTokens, serviceTier }).rates.output > 0n).toBe(true);
          }
        }
      }
    }
  });
});
