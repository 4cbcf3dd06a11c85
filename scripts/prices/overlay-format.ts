import type { Checked } from './price-list.ts';

/** What the source lacks or has wrong, each with a source of its own. One file for each provider. */
export interface Overlay {
  readonly provider: string;
  /** Thresholds that the source has one token off: the band that began at one begins at the other. */
  readonly thresholds?: readonly ({
    readonly models: readonly string[];
    readonly from: Bound;
    readonly to: Bound;
  } & Checked)[];
  /** The first day of a model's first price. */
  readonly since?: readonly ({ readonly model: string; readonly from: string } & Checked)[];
  readonly maxOutputTokens?: readonly ({
    readonly tokens: number;
    readonly models: readonly string[];
  } & Checked)[];
  /** Rates that the source has no key for, or misses, in dollars per million. */
  readonly rates?: readonly ({
    readonly models: readonly string[];
    readonly usdPerMillion: Readonly<Record<string, string>>;
  } & Checked)[];
  /** Models that the source misses. */
  readonly models?: readonly ({
    readonly id: string;
    readonly aliases: readonly string[];
    readonly datedNames?: readonly string[];
    readonly bands: readonly (Bound & {
      readonly usdPerMillion: Readonly<Record<string, string>>;
    })[];
  } & Checked)[];
  /** Tiers that cost a fraction of the standard one. */
  readonly tiers?: readonly Tier[];
}

export interface Bound {
  readonly above?: number;
  readonly atLeast?: number;
}

export interface Tier extends Checked {
  readonly serviceTier: string;
  readonly models: readonly string[];
  /** Of the standard rates, as `1/2`. */
  readonly ofStandard: string;
  /** The first day on which the fraction held. */
  readonly from?: string;
  /** Kinds of token without a discount for being cached: they cost what fresh ones cost. */
  readonly cachedAsFresh?: boolean;
  /** Prompts in the upper band have no price on this tier. */
  readonly firstBandOnly?: boolean;
}
