import { expect, test } from 'vitest';
import { maxCost } from './max-cost.js';

const rates = {
  'input.text.fresh': 150_000n,
  'input.text.cached': 75_000n,
  'output.text': 600_000n,
};
const price = { bands: [{ rates }] };
const bound = (inputTokens: number, outputTokens: number) => ({
  inputTokens,
  inputImageTokens: 0,
  inputAudioTokens: 0,
  outputTokens,
  outputAudioTokens: 0,
  unbounded: [],
});

test('the ceiling is all input at the fresh rate and all output', () => {
  expect(maxCost(bound(1000, 500), price)).toBe(450_000_000n);
});

test('writing to a cache costs more than fresh input, and counts at its own rate', () => {
  const written = { bands: [{ rates: { ...rates, 'input.text.cacheWrite': 187_500n } }] };
  expect(maxCost(bound(10, 0), written)).toBe(1_875_000n);
});

test('a prompt that may be long is priced at the dearer band, one that cannot be is not', () => {
  const long = { 'input.text.fresh': 300_000n, 'output.text': 900_000n };
  const bands = [{ rates }, { above: 272_000, rates: long }];
  expect(maxCost(bound(272_000, 1), { bands })).toBe(272_000n * 150_000n + 600_000n);
  expect(maxCost(bound(272_001, 1), { bands })).toBe(272_001n * 300_000n + 900_000n);
  const cheaper = [{ rates }, { above: 10, rates: { ...long, 'input.text.fresh': 1n } }];
  expect(maxCost(bound(11, 0), { bands: cheaper })).toBe(11n * 150_000n);
});

test('the fee for the call itself is in it', () => {
  expect(maxCost(bound(0, 0), { ...price, perRequest: 12n })).toBe(12n);
});

test('a request with unbounded parts has no ceiling, and the error names them', () => {
  const open = {
    ...bound(Number.POSITIVE_INFINITY, 5),
    unbounded: ['messages[0].content[1] (image)', 'messages[0].content[2] (file)'],
  };
  expect(() => maxCost(open, price)).toThrow(
    expect.objectContaining({
      kind: 'configuration',
      code: 'unbounded',
      message:
        'The request has no cost ceiling: messages[0].content[1] (image), messages[0].content[2] (file).',
    }),
  );
});

test('a price without a rate for text has no ceiling either, rather than one of 0', () => {
  const bands = [{ rates }, { above: 272_000, rates: {} }];
  expect(() => maxCost(bound(272_001, 1), { bands })).toThrow(
    'The request has no cost ceiling: the price has no rate for input.text.fresh.',
  );
  expect(() => maxCost(bound(1, 1), { bands: [{ rates: { 'input.text.fresh': 1n } }] })).toThrow(
    'the price has no rate for output.text',
  );
});

test('tokens that can be pictures or sound cost what those cost, or what text costs if that is more', () => {
  const media = {
    ...rates,
    'input.image.fresh': 1_000_000n,
    'input.audio.fresh': 1n,
    'output.audio': 9_000_000n,
  };
  const all = { bands: [{ rates: media }] };
  expect(maxCost({ ...bound(10, 0), inputImageTokens: 4 }, all)).toBe(6n * 150_000n + 4_000_000n);
  expect(maxCost({ ...bound(10, 0), inputAudioTokens: 4 }, all)).toBe(10n * 150_000n);
  expect(maxCost({ ...bound(0, 10), outputAudioTokens: 4 }, all)).toBe(6n * 600_000n + 36_000_000n);
  expect(maxCost({ ...bound(10, 0), inputImageTokens: 4 }, price)).toBe(1_500_000n);
});

test('sound without a rate has no ceiling', () => {
  expect(() => maxCost({ ...bound(10, 0), inputAudioTokens: 4 }, price)).toThrow(
    'the price has no rate for input.audio.fresh',
  );
  expect(() => maxCost({ ...bound(0, 10), outputAudioTokens: 4 }, price)).toThrow(
    'the price has no rate for output.audio',
  );
});
