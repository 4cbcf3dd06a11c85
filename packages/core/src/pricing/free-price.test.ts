import { describe, expect, it } from 'vitest';
import { localPrices } from '../prices/local.js';
import { openaiPrices } from '../prices/openai.js';
import { boundTokens } from '../usage/bound.js';
import { findPrice } from './find-price.js';
import { costsNothing, freePrice } from './free-price.js';
import { invoice } from './invoice.js';
import { maxCost } from './max-cost.js';

const at = Date.UTC(2026, 10, 24);

describe('a price list where every model is free', () => {
  it.each(['llama3.2', 'gpt-4o', ''])('has a price of 0 for "%s", on any tier', (model) => {
    const price = findPrice(localPrices, { model, at, serviceTier: 'priority' });
    expect(price).toMatchObject({ kind: 'price', provider: 'local', model });
    if (price.kind !== 'price') return;
    const bill = invoice({ 'input.text.fresh': 1000, 'output.audio': 5 }, price);
    expect(bill).toMatchObject({
      kind: 'invoice',
      total: 0n,
      lines: [{ units: 1000 }, { units: 5 }],
    });
  });

  it('gives way to a list that has the model, and stands behind one that does not', () => {
    const both = [openaiPrices, localPrices];
    expect(findPrice(both, { model: 'gpt-4o', at })).toMatchObject({ provider: 'openai' });
    expect(findPrice(both, { model: 'llama3.2', at })).toMatchObject({ provider: 'local' });
  });

  it('bounds what has no bound in tokens: at most 0, without an output ceiling and with a file', () => {
    const file = { type: 'file', file: { file_id: 'file-1' } } as const;
    const bound = boundTokens({ model: 'llama3.2', messages: [{ role: 'user', content: [file] }] });
    expect(bound.unbounded).toHaveLength(2);
    expect(maxCost(bound, freePrice)).toBe(0n);
  });
});

describe('costsNothing', () => {
  it('is false as soon as anything may cost something, or nothing is known', () => {
    const [{ rates } = { rates: {} }] = freePrice.bands;
    expect(costsNothing(freePrice)).toBe(true);
    expect(costsNothing({ ...freePrice, perRequest: 1n })).toBe(false);
    expect(
      costsNothing({ bands: [{ rates }, { above: 10, rates: { ...rates, 'output.text': 1n } }] }),
    ).toBe(false);
    expect(costsNothing({ bands: [{ rates: { 'input.text.fresh': 0n } }] })).toBe(false);
    expect(costsNothing({ bands: [] })).toBe(false);
  });
});
