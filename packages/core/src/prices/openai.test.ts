import { expect, test } from 'vitest';
import json from '../../prices/openai.json' with { type: 'json' };
import { findPrice } from '../pricing/find-price.js';
import { openaiPrices } from './openai.js';

test.each([
  ['gpt-4o-mini', 150_000n, 75_000n, 600_000n, 16_384],
  ['gpt-4o-mini-2024-07-18', 150_000n, 75_000n, 600_000n, 16_384],
  ['gpt-4o', 2_500_000n, 1_250_000n, 10_000_000n, 16_384],
  ['gpt-4o-2024-11-20', 2_500_000n, 1_250_000n, 10_000_000n, 16_384],
  ['gpt-4o-2024-05-13', 5_000_000n, 5_000_000n, 15_000_000n, 4096],
  ['gpt-4.1', 2_000_000n, 500_000n, 8_000_000n, 32_768],
  ['gpt-4.1-mini', 400_000n, 100_000n, 1_600_000n, 32_768],
  ['gpt-4.1-nano', 100_000n, 25_000n, 400_000n, 32_768],
  ['o4-mini', 1_100_000n, 275_000n, 4_400_000n, 100_000],
])(
  '%s costs %d fresh, %d cached and %d output a token',
  (model, fresh, cached, output, ceiling) => {
    expect(findPrice(openaiPrices, { model })).toMatchObject({
      kind: 'price',
      provider: 'openai',
      perToken: { freshInput: fresh, cachedInput: cached, output },
      maxOutputTokens: ceiling,
    });
  },
);

test('no two models share a name, so that the order of the list decides nothing', () => {
  const names = openaiPrices.models.flatMap(({ id, aliases }) => [id, ...aliases]);
  expect(new Set(names).size).toBe(names.length);
});

test.each(json.models)(
  'the entries of $id are dated, sourced, in order and do not overlap',
  (model) => {
    expect(model.prices.length).toBeGreaterThan(0);
    const facts = [model.maxOutputTokens, ...model.prices];
    for (const { checkedOn, source } of facts) {
      expect(checkedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(source).toMatch(/^https:\/\/developers\.openai\.com\//);
    }
    let end = '0000-00-00';
    for (const entry of model.prices as { from: string; to?: string }[]) {
      expect(new Date(entry.from).toISOString().slice(0, 10)).toBe(entry.from);
      expect(entry.from >= end).toBe(true);
      end = entry.to ?? '9999-99-99';
      expect(end > entry.from).toBe(true);
    }
  },
);
