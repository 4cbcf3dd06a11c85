import { expect, test } from 'vitest';
import { findModel } from '../pricing/find-model.js';
import { findPrice } from '../pricing/find-price.js';
import { openaiPrices } from './openai.js';

const at = Date.UTC(2026, 10, 24);
const ratesOf = (model: string, rest: object = {}) => {
  const price = findPrice(openaiPrices, { model, at, ...rest });
  if (price.kind === 'unknown') return price.reason;
  const { rates } = price;
  return [rates['input.text.fresh'], rates['input.text.cached'], rates['output.text']];
};

test.each([
  ['gpt-4o-mini', 150_000n, 75_000n, 600_000n, 16_384],
  ['gpt-4o-mini-2024-07-18', 150_000n, 75_000n, 600_000n, 16_384],
  ['gpt-4o', 2_500_000n, 1_250_000n, 10_000_000n, 16_384],
  ['gpt-4o-2024-08-06', 2_500_000n, 1_250_000n, 10_000_000n, 16_384],
  ['gpt-4o-2024-05-13', 5_000_000n, 5_000_000n, 15_000_000n, 4096],
  ['gpt-4.1', 2_000_000n, 500_000n, 8_000_000n, 32_768],
  ['o4-mini', 1_100_000n, 275_000n, 4_400_000n, 100_000],
  ['gpt-5.6-sol-2026-07-09', 4_000_000n, 400_000n, 20_000_000n, 128_000],
  ['gpt-6.1-sol', 2_000_000n, 100_000n, 10_000_000n, 128_000],
])('%s costs %d fresh, %d cached and %d output a token', (model, ...expected) => {
  expect(ratesOf(model)).toEqual(expected.slice(0, 3));
  expect(findPrice(openaiPrices, { model, at })).toMatchObject({ maxOutputTokens: expected[3] });
});

test.each(['gpt-5.4', 'gpt-5.5', 'gpt-5.6-sol', 'gpt-6-astra', 'gpt-6-sol', 'gpt-6-luna'])(
  'a prompt of 272,000 tokens to %s costs what a short one does, one of 272,001 twice that',
  (model) => {
    const short = ratesOf(model);
    expect(ratesOf(model, { promptTokens: 271_999 })).toEqual(short);
    expect(ratesOf(model, { promptTokens: 272_000 })).toEqual(short);
    const [input = 0n, cached = 0n, output = 0n] = ratesOf(model) as bigint[];
    expect(ratesOf(model, { promptTokens: 272_001 })).toEqual([
      input * 2n,
      cached * 2n,
      (output * 3n) / 2n,
    ]);
  },
);

test.each([
  ['gpt-5', 'flex', 625_000n, 62_500n, 5_000_000n],
  ['o4-mini', 'flex', 550_000n, 137_500n, 2_200_000n],
  ['gpt-5', 'batch', 625_000n, 62_500n, 5_000_000n],
  ['gpt-4o', 'batch', 1_250_000n, 1_250_000n, 5_000_000n],
  ['gpt-4o', 'fast', 4_250_000n, 2_125_000n, 17_000_000n],
  ['gpt-4o-mini', 'priority', 250_000n, 125_000n, 1_000_000n],
  ['o4-mini', 'priority', 2_000_000n, 500_000n, 8_000_000n],
  ['gpt-5.6-sol', 'priority', 8_000_000n, 800_000n, 40_000_000n],
])(
  '%s served as %s costs %d fresh, %d cached and %d output a token',
  (model, serviceTier, ...rates) => {
    expect(ratesOf(model, { serviceTier })).toEqual(rates);
  },
);

test('a tier that the model is not sold on is unknown, not the standard price', () => {
  expect(ratesOf('gpt-4o', { serviceTier: 'flex' })).toBe('service-tier');
  expect(ratesOf('gpt-4o', { serviceTier: 'scale' })).toBe('service-tier');
});

test('a price that changed leaves the calls before it alone', () => {
  const day = (text: string) => ratesOf('gpt-5.6-sol', { at: Date.parse(text) });
  expect(day('2026-08-20T23:59:59.999Z')).toEqual([5_000_000n, 500_000n, 30_000_000n]);
  expect(day('2026-08-21')).toEqual([4_000_000n, 400_000n, 20_000_000n]);
});

test.each([
  ['gpt-4o-2099-01-01', 'model'],
  ['gpt-5-2099-01-01', 'model'],
  ['gpt-5.6-sol-2099-01-01', [4_000_000n, 400_000n, 20_000_000n]],
  ['gpt-4o-mini-audio-preview-2024-12-17', [150_000n, 150_000n, 600_000n]],
  ['ft:gpt-4o-mini-2024-07-18:company::id', [300_000n, 300_000n, 1_200_000n]],
])('a snapshot that is not listed counts only where the list says so: %s', (model, expected) => {
  expect(ratesOf(model)).toEqual(expected);
});

test('before its first price a model has none', () => {
  expect(ratesOf('gpt-4o', { at: Date.UTC(2024, 9, 1) })).toBe('time');
});

test.each([
  ['gpt-4o-mini', 128_000],
  ['gpt-4o-mini-2024-07-18', 128_000],
  ['gpt-4', 8192],
  ['gpt-5.1', 400_000],
])('%s has a window of %d tokens', (model, tokens) => {
  expect(findModel(openaiPrices, model)?.contextTokens).toBe(tokens);
});
