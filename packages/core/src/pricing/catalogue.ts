import type { Picodollars } from '../money/money.js';
import type { UsageLeaf } from '../usage/usage-leaves.js';

/** What one token of each kind costs. A kind left out has no known rate; see {@link rateOf}. */
export type Rates = { readonly [Leaf in UsageLeaf]?: Picodollars };

/** Rates for prompts of some size. They hold for the whole call, not only for the part beyond. */
export interface Band {
  /** It begins one token later: at `above: 272_000`, a prompt of 272,000 tokens is not in it. */
  readonly above?: number | undefined;
  /** It begins here: at `atLeast: 200_000`, a prompt of 200,000 tokens is in it. */
  readonly atLeast?: number | undefined;
  readonly rates: Rates;
}

/** Hours of each day, in UTC, as `16:30`. When `from` is later than `to`, they run over midnight. */
export interface DailyHours {
  readonly from: string;
  readonly to: string;
}

/** Prices of a model during some time; a new price is a new entry, so the past is never re-priced. */
export interface DatedPrice {
  /** `default`, `flex`, `priority` or `batch`. */
  readonly serviceTier: string;
  /** The first day, as `2024-10-01`, in UTC. Left out: since before anyone noted it down. */
  readonly from?: string | undefined;
  /** The first day on which it no longer holds, in UTC. Left out: still in force. */
  readonly to?: string | undefined;
  /** Left out: all day. */
  readonly hours?: DailyHours | undefined;
  /** When someone last compared it with the source. */
  readonly checkedOn: string;
  readonly source: string;
  /** Smallest prompts first; the first band begins at 0. */
  readonly bands: readonly Band[];
  /** Charged once per call, beside the tokens. */
  readonly perRequest?: Picodollars | undefined;
  /** What the provider bills as well and usage does not report, such as `web searches`. */
  readonly alsoBilled?: readonly string[] | undefined;
}

/** A model on the price list. */
export interface CataloguedModel {
  readonly id: string;
  /** Other names at the same price, each listed, because snapshots of one model do differ. */
  readonly aliases: readonly string[];
  /** Names that may carry any date at the end, such as `claude-3-haiku` in `claude-3-haiku-20240307`. */
  readonly datedNames?: readonly string[] | undefined;
  /** How many tokens prompt and answer can have together, where the source of the prices says. */
  readonly contextTokens?: number | undefined;
  /** What the model can write at most in one choice. */
  readonly maxOutputTokens?: number | undefined;
  /** Oldest first, and of two that hold at once the later one counts. */
  readonly prices: readonly DatedPrice[];
}

/** The price list of one provider. */
export interface Catalogue {
  readonly provider: string;
  readonly models: readonly CataloguedModel[];
  /** Every model costs nothing, whatever its name and tier: a server of one's own. */
  readonly isFree?: true | undefined;
}
