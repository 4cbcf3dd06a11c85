import type { Picodollars } from '../money/money.js';

/** What one token of each kind costs. */
export interface TokenPrices {
  readonly freshInput: Picodollars;
  readonly cachedInput: Picodollars;
  readonly output: Picodollars;
}

/** Prices of a model during some time; a new price is a new entry, so the past is never re-priced. */
export interface DatedPrices {
  /** The first day, as `2024-10-01`, in UTC. */
  readonly from: string;
  /** The first day on which it no longer holds, in UTC. Default: still in force. */
  readonly to?: string | undefined;
  /** When someone last compared it with the source. */
  readonly checkedOn: string;
  readonly source: string;
  readonly perToken: TokenPrices;
}

/** A model on the price list. */
export interface CataloguedModel {
  readonly id: string;
  /** Other names at the same price: dated snapshots, each named, because snapshots differ in price. */
  readonly aliases: readonly string[];
  /** What the model can write at most in one choice. */
  readonly maxOutputTokens?: number | undefined;
  /** Oldest first. */
  readonly prices: readonly DatedPrices[];
}

/** The price list of one provider. */
export interface Catalogue {
  readonly provider: string;
  readonly models: readonly CataloguedModel[];
}
