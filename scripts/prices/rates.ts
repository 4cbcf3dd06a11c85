import { picodollars } from './decimal.ts';
import type { ListedRates } from './price-list.ts';
import type { ConditionalPrice } from './source.ts';

type SourcePrices = ConditionalPrice['prices'];

/** What is billed beside tokens and Chat Completions does not report, by the source's keys. */
const alsoBilledKeys: Readonly<Record<string, string>> = {
  web_searches_kcount: 'web searches',
  storage_searches_kcount: 'file searches',
  output_citation_mtok: 'citation tokens',
  input_video_mtok: 'video tokens',
  output_video_mtok: 'video tokens',
  audio_hours: 'hours of audio',
  input_audio_hours: 'hours of audio',
  input_document_kpages: 'pages',
  input_annotated_document_kpages: 'pages',
  input_text_messages_kcount: 'messages',
};
const perRequestKey = 'requests_kcount';
const tokensPower = 6;
const thousandPower = 3;

/** Our kinds of token, each with the source's keys for it. */
const listedKeys: Readonly<Record<string, string>> = {
  'input.text.fresh': 'input_mtok',
  'input.text.cached': 'cache_read_mtok',
  'input.text.cacheWrite': 'cache_write_mtok',
  'input.text.cacheWrite1h': 'cache_write_1h_mtok',
  'input.image.fresh': 'input_image_mtok',
  'input.image.cached': 'cache_image_read_mtok',
  'input.image.cacheWrite': 'cache_image_write_mtok',
  'input.audio.fresh': 'input_audio_mtok',
  'input.audio.cached': 'cache_audio_read_mtok',
  'input.audio.cacheWrite': 'cache_audio_write_mtok',
  'output.text': 'output_mtok',
  'output.reasoning': 'output_reasoning_mtok',
  'output.audio': 'output_audio_mtok',
  'output.image': 'output_image_mtok',
};
const knownKeys = [...Object.values(listedKeys), ...Object.keys(alsoBilledKeys), perRequestKey];

/**
 * Rates by kind of token for a prompt of a size, from the source's dollars per million.
 *
 * In the source a cached token without a rate of its own is an ordinary input token, and so is one
 * that is written to a cache; that rate is written out here, so that a reader need not know the rule.
 *
 * @throws {RangeError} for a key that nobody here knows: what it bills would be missing in silence.
 */
export function ratesAt(prices: SourcePrices, promptTokens: number): ListedRates {
  const unknown = Object.keys(prices).filter((key) => !knownKeys.includes(key));
  if (unknown.length > 0) throw new RangeError(`Nobody knows what ${unknown.join(', ')} bills.`);
  const rates: Record<string, number> = {};
  for (const [leaf, key] of Object.entries(listedKeys)) {
    const usd = usdAt(prices[key], promptTokens) ?? usdAt(fallbackOf(prices, leaf), promptTokens);
    if (usd !== undefined) rates[leaf] = Number(picodollars(usd, tokensPower));
  }
  return rates;
}

/** The prompt sizes beyond which a price of this entry changes. */
export function thresholdsOf(prices: SourcePrices): number[] {
  const starts = Object.values(prices).flatMap((price) =>
    typeof price === 'object' ? price.tiers.map(({ start }) => start) : [],
  );
  return [...new Set(starts)].sort((a, b) => a - b);
}

export function perRequest(prices: SourcePrices): number | undefined {
  const usd = usdAt(prices[perRequestKey], 0);
  return usd === undefined ? undefined : Number(picodollars(usd, thousandPower));
}

export function alsoBilled(prices: SourcePrices): string[] {
  return [...new Set(Object.keys(prices).flatMap((key) => alsoBilledKeys[key] ?? []))].sort();
}

/** The whole that a cached or written token is a part of, where the source has no rate for the part. */
function fallbackOf(prices: SourcePrices, leaf: string): SourcePrices[string] {
  const [, modality = '', state] = leaf.split('.');
  if (state !== 'cached' && state !== 'cacheWrite') return undefined;
  // A text rate for the state that sound or pictures lack means that theirs is unknown, not the same.
  if (modality !== 'text' && prices[listedKeys[`input.text.${state}`] ?? ''] !== undefined) {
    return undefined;
  }
  return prices[listedKeys[`input.${modality}.fresh`] ?? ''];
}

function usdAt(price: SourcePrices[string], promptTokens: number): number | undefined {
  if (typeof price !== 'object') return price;
  const tiers = price.tiers.toSorted((a, b) => a.start - b.start);
  return tiers.findLast(({ start }) => promptTokens > start)?.price ?? price.base;
}
