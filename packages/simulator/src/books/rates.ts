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
  /** The rates of the day `at`, in milliseconds since 1970; before the first entry, that one's. */
  ratesAt(at: number): Rates;
}

interface DatedPrice {
  from: string;
  freshInput: number;
  cachedInput: number;
  cacheWrite?: number;
  audioInput?: number;
  output: number;
}

interface PriceList {
  models: {
    id: string;
    aliases?: string[];
    maxOutputTokens?: { tokens: number };
    prices: DatedPrice[];
  }[];
}

/** The models of the price list that all of Farebox shares; the arithmetic on it is our own. */
export const listedModels: readonly ListedModel[] = (prices as PriceList).models.map((model) => ({
  id: model.id,
  aliases: model.aliases ?? [],
  maxOutputTokens: model.maxOutputTokens?.tokens,
  ratesAt: (at) => ratesAt(model.prices, at),
}));

function ratesAt(entries: readonly DatedPrice[], at: number): Rates {
  const byDate = entries.toSorted((a, b) => a.from.localeCompare(b.from));
  const entry = byDate.findLast(({ from }) => Date.parse(from) <= at) ?? byDate[0];
  if (entry === undefined) throw new TypeError('The price list has a model without a price.');
  const { freshInput, cachedInput, cacheWrite, audioInput, output } = entry;
  return {
    freshInput: BigInt(freshInput),
    cachedInput: BigInt(cachedInput),
    ...(cacheWrite === undefined ? {} : { cacheWrite: BigInt(cacheWrite) }),
    ...(audioInput === undefined ? {} : { audioInput: BigInt(audioInput) }),
    output: BigInt(output),
  };
}
