import { expect, test } from 'vitest';
import { alsoBilled, perRequest, ratesAt, thresholdsOf } from './rates.ts';

test('cached and written tokens without a rate of their own are ordinary input', () => {
  expect(ratesAt({ input_mtok: 2.5, output_mtok: 10 }, 0)).toEqual({
    'input.text.fresh': 2_500_000,
    'input.text.cached': 2_500_000,
    'input.text.cacheWrite': 2_500_000,
    'output.text': 10_000_000,
  });
});

test('every key of the source goes to its own kind of token', () => {
  const prices = {
    input_mtok: 1,
    cache_read_mtok: 2,
    cache_write_mtok: 3,
    cache_write_1h_mtok: 4,
    input_audio_mtok: 5,
    cache_audio_read_mtok: 6,
    input_image_mtok: 7,
    output_mtok: 8,
    output_reasoning_mtok: 9,
    output_audio_mtok: 10,
    output_image_mtok: 11,
  };
  expect(ratesAt(prices, 0)).toEqual({
    'input.text.fresh': 1_000_000,
    'input.text.cached': 2_000_000,
    'input.text.cacheWrite': 3_000_000,
    'input.text.cacheWrite1h': 4_000_000,
    'input.audio.fresh': 5_000_000,
    'input.audio.cached': 6_000_000,
    'input.image.fresh': 7_000_000,
    'output.text': 8_000_000,
    'output.reasoning': 9_000_000,
    'output.audio': 10_000_000,
    'output.image': 11_000_000,
  });
});

test('a tier holds above its start, and rates without tiers hold in all of them', () => {
  const prices = { input_mtok: { base: 1, tiers: [{ start: 200, price: 2 }] }, output_mtok: 3 };
  expect(thresholdsOf(prices)).toEqual([200]);
  expect(ratesAt(prices, 200)).toMatchObject({ 'input.text.fresh': 1_000_000 });
  expect(ratesAt(prices, 201)).toMatchObject({
    'input.text.fresh': 2_000_000,
    'input.text.cached': 2_000_000,
    'output.text': 3_000_000,
  });
});

test('what is billed beside tokens is named, and a fee per request counts per thousand', () => {
  const prices = { input_mtok: 1, requests_kcount: 12, web_searches_kcount: 5, audio_hours: 3 };
  expect(perRequest(prices)).toBe(12_000_000_000);
  expect(perRequest({ input_mtok: 1 })).toBeUndefined();
  expect(alsoBilled(prices)).toEqual(['hours of audio', 'web searches']);
});

test('a key that nobody here knows is refused, so that nothing is left out in silence', () => {
  expect(() => ratesAt({ input_mtok: 1, thoughts_mtok: 2 }, 0)).toThrow(
    'Nobody knows what thoughts_mtok bills.',
  );
});
