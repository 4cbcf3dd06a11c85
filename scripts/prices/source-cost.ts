import { type Usage, type UsageLeaf, usageLeaves } from '@farebox/core';
import { calcPrice } from '@pydantic/genai-prices';

/** The source's names of usage, each the sum of the kinds of tokens whose names fit. */
const sums: Readonly<Record<string, RegExp>> = {
  input_tokens: /^input\./,
  cache_read_tokens: /^input\..*\.cached$/,
  cache_write_tokens: /^input\..*\.cacheWrite/,
  cache_write_1h_tokens: /^input\..*\.cacheWrite1h$/,
  input_image_tokens: /^input\.image\./,
  cache_image_read_tokens: /^input\.image\.cached$/,
  cache_image_write_tokens: /^input\.image\.cacheWrite$/,
  input_audio_tokens: /^input\.audio\./,
  cache_audio_read_tokens: /^input\.audio\.cached$/,
  cache_audio_write_tokens: /^input\.audio\.cacheWrite$/,
  output_tokens: /^output\./,
  output_reasoning_tokens: /^output\.reasoning$/,
  output_audio_tokens: /^output\.audio$/,
  output_image_tokens: /^output\.image$/,
};

/** What the source itself charges, in US dollars; undefined for a model that it does not know. */
export function sourceCost(
  provider: string,
  model: string,
  usage: Usage,
  at: number,
): number | undefined {
  const theirs = Object.fromEntries(
    Object.entries(sums).map(([name, fits]) => [name, sumOf(usage, (leaf) => fits.test(leaf))]),
  );
  const options = { providerId: provider, timestamp: new Date(at) };
  return calcPrice(theirs, model, options)?.total_price;
}

function sumOf(usage: Usage, fits: (leaf: UsageLeaf) => boolean): number {
  return usageLeaves.reduce((sum, leaf) => (fits(leaf) ? sum + (usage[leaf] ?? 0) : sum), 0);
}
