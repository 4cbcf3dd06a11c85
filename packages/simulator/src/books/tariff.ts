/** What one token costs, in picodollars. A rate that a model's price has not is that of the whole. */
export interface Rates {
  readonly freshInput: bigint;
  readonly cachedInput: bigint;
  /** For what is written to the prompt cache. */
  readonly cacheWrite?: bigint;
  readonly audioInput?: bigint;
  readonly output: bigint;
}

/** The tier that serves a request. */
export type ServedTier = 'default' | 'flex' | 'priority';

/** The tier that serves a request, and what a token costs in it. */
export interface Tariff {
  readonly serviceTier: ServedTier;
  readonly rates: Rates;
}

/** What a tariff depends on. */
export interface TariffAsked {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly promptTokens?: number;
  /** A request's `service_tier`. */
  readonly serviceTier?: string | null | undefined;
}

/** The rates of a band by the price list's own names. */
export type Listed = Readonly<Record<string, number | undefined>>;

/** An entry of the price list; of its bands the last that a prompt reaches counts. */
export interface ListedPrice {
  readonly serviceTier: string;
  /** Days, as `2026-11-24`: the first on which it holds, and the first on which it does no more. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly bands: readonly {
    readonly above?: number | undefined;
    readonly atLeast?: number | undefined;
    readonly rates: Listed;
  }[];
}

/**
 * What a model costs, in the tier that serves.
 *
 * That is the one asked for where the price of that day has rates in it for a prompt of that size, and
 * `default` otherwise. `fast` is `priority`; `auto` and `scale` are `default`. Before the first price,
 * that one holds.
 */
export function tariffOf(
  prices: readonly ListedPrice[],
  { at, promptTokens = 0, serviceTier }: TariffAsked,
): Tariff {
  const tier = asked(serviceTier);
  const time = Math.max(at, firstPriceOf(prices));
  const ratesIn = (name: ServedTier) => {
    const entry = prices.find((price) => price.serviceTier === name && holdsAt(price, time));
    let rates: Listed = {};
    for (const { above = -1, atLeast = 0, rates: those } of entry?.bands ?? []) {
      if (promptTokens > above && promptTokens >= atLeast) rates = those;
    }
    return rates;
  };
  const wished = ratesIn(tier);
  return wished['output.text'] === undefined
    ? { serviceTier: 'default', rates: read(ratesIn('default')) }
    : { serviceTier: tier, rates: read(wished) };
}

function asked(serviceTier: string | null | undefined): ServedTier {
  if (serviceTier === 'flex') return 'flex';
  return serviceTier === 'priority' || serviceTier === 'fast' ? 'priority' : 'default';
}

function firstPriceOf(prices: readonly ListedPrice[]): number {
  const standard = prices.filter(({ serviceTier }) => serviceTier === 'default');
  return Math.min(
    ...standard.map(({ from }) =>
      from === undefined ? Number.NEGATIVE_INFINITY : Date.parse(from),
    ),
  );
}

function holdsAt({ from, to }: ListedPrice, at: number): boolean {
  if (from !== undefined && at < Date.parse(from)) return false;
  return to === undefined || at < Date.parse(to);
}

function read(rates: Listed): Rates {
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
