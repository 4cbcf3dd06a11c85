import prices from '@farebox/core/prices/openai.json' with { type: 'json' };

/** What one token costs, in picodollars. A rate that a model's price has not is that of the whole. */
export interface Rates {
  readonly freshInput: bigint;
  readonly cachedInput: bigint;
  /** For what is written to the prompt cache. */
  readonly cacheWrite?: bigint;
  readonly audioInput?: bigint;
  readonly output: bigint;
}

/** A model on the price list. */
export interface ListedModel {
  readonly id: string;
  /** Other names it answers to, dated snapshots among them. */
  readonly aliases: readonly string[];
  readonly maxOutputTokens: number | undefined;
  /**
   * The standard rates of the day `at`, in milliseconds since 1970, for a prompt of that size; before
   * the first entry, that one's.
   */
  ratesAt(at: number, promptTokens?: number): Rates;
}

interface DatedPrice {
  serviceTier: string;
  from?: string | undefined;
  bands: { above?: number | undefined; atLeast?: number | undefined; rates: Listed }[];
}

type Listed = Record<string, number | undefined>;

interface PriceList {
  models: {
    id: string;
    aliases: string[];
    maxOutputTokens?: { tokens: number } | undefined;
    prices: DatedPrice[];
  }[];
}

/**
 * The models of the price list that all of Farebox shares; the arithmetic on it is our own. Those
 * without a known output limit do not chat.
 */
export const listedModels: readonly ListedModel[] = (prices as PriceList).models
  .filter(({ maxOutputTokens }) => maxOutputTokens !== undefined)
  .map((model) => ({
    id: model.id,
    aliases: model.aliases,
    maxOutputTokens: model.maxOutputTokens?.tokens,
    ratesAt: (at, promptTokens = 0) => ratesAt(model.prices, at, promptTokens),
  }));

function ratesAt(entries: readonly DatedPrice[], at: number, promptTokens: number): Rates {
  const byDate = entries
    .filter(({ serviceTier }) => serviceTier === 'default')
    .toSorted((a, b) => (a.from ?? '').localeCompare(b.from ?? ''));
  const entry = byDate.findLast(({ from = '1970-01-01' }) => Date.parse(from) <= at) ?? byDate[0];
  let rates: Listed = {};
  for (const { above = -1, atLeast = 0, rates: those } of entry?.bands ?? []) {
    if (promptTokens > above && promptTokens >= atLeast) rates = those;
  }
  const freshInput = listed(rates, 'input.text.fresh');
  const cacheWrite = listed(rates, 'input.text.cacheWrite');
  const audioInput = rates['input.audio.fresh'];
  return {
    freshInput,
    cachedInput: listed(rates, 'input.text.cached'),
    ...(cacheWrite === freshInput ? {} : { cacheWrite }),
    ...(audioInput === undefined ? {} : { audioInput: BigInt(audioInput) }),
    output: listed(rates, 'output.text'),
  };
}

function listed(rates: Listed, name: string): bigint {
  const rate = rates[name];
  if (rate === undefined) throw new TypeError(`The price list has a model without ${name}.`);
  return BigInt(rate);
}
