import { expect, test } from 'vitest';
import { formatUsd } from '../money/money.js';
import { readUsage } from '../usage/read-usage.js';
import type { Rates } from './catalogue.js';
import { invoice } from './invoice.js';

const rates: Rates = {
  'input.text.fresh': 2_000_000n,
  'input.text.cached': 200_000n,
  'input.text.cacheWrite': 2_500_000n,
  'input.audio.fresh': 32_000_000n,
  'input.audio.cached': 400_000n,
  'output.text': 10_000_000n,
};
const price = { bands: [{ rates }] };

test('of 1,000 tokens, 600 cached, 300 written, 900 text, 100 sound, each is charged once', () => {
  const usage = readUsage({
    prompt_tokens: 1000,
    completion_tokens: 0,
    total_tokens: 1000,
    prompt_tokens_details: {
      cached_tokens: 600,
      cache_write_tokens: 300,
      text_tokens: 900,
      audio_tokens: 100,
    },
  });
  const bill = invoice(usage, price);
  expect(bill).toEqual({
    kind: 'invoice',
    lines: [
      { what: 'input.text.cached', units: 600, unitPrice: 200_000n, amount: 120_000_000n },
      { what: 'input.text.cacheWrite', units: 300, unitPrice: 2_500_000n, amount: 750_000_000n },
      { what: 'input.audio.fresh', units: 100, unitPrice: 32_000_000n, amount: 3_200_000_000n },
    ],
    total: 4_070_000_000n,
    assumed: 'cached-text-first',
  });
  expect(bill.kind === 'invoice' && formatUsd(bill.total)).toBe('0.00407');
});

test('what was not used has no line', () => {
  expect(invoice({ 'input.text.fresh': 0 }, price)).toEqual({
    kind: 'invoice',
    lines: [],
    total: 0n,
  });
});

test('what has no rate makes the cost unknown, by its name, and never 0', () => {
  const usage = { 'input.text.fresh': 5, 'output.audio': 1 };
  const unknown = { kind: 'unknown', reason: 'rate', leaf: 'output.audio' };
  expect(invoice(usage, price)).toEqual(unknown);
  expect(invoice({ 'output.text': 1 }, { bands: [] })).toEqual({ ...unknown, leaf: 'output.text' });
});

test.each([
  [271_999, 271_999n * 4n],
  [272_000, 272_000n * 4n],
  [272_001, 272_001n * 8n],
])('a prompt of %d tokens is charged whole at the rate of its band', (promptTokens, total) => {
  const bands = [
    { rates: { 'input.text.fresh': 4n, 'input.text.cached': 4n } },
    { above: 272_000, rates: { 'input.text.fresh': 8n, 'input.text.cached': 8n } },
  ];
  const usage = { 'input.text.fresh': promptTokens - 1000, 'input.text.cached': 1000 };
  expect(invoice(usage, { bands })).toMatchObject({ total });
});

test('the fee for the call is a line of its own, once, also where no token was used', () => {
  const line = { what: 'request', units: 1, unitPrice: 12n, amount: 12n };
  expect(invoice({}, { ...price, perRequest: 12n })).toMatchObject({ lines: [line], total: 12n });
});

test('reasoning and rejected predictions cost what output costs, on lines of their own', () => {
  const usage = { 'output.text': 1, 'output.reasoning': 2, 'output.rejectedPrediction': 3 };
  expect(invoice(usage, price)).toMatchObject({
    lines: [
      { what: 'output.text', amount: 10_000_000n },
      { what: 'output.reasoning', amount: 20_000_000n },
      { what: 'output.rejectedPrediction', amount: 30_000_000n },
    ],
    total: 60_000_000n,
  });
});
