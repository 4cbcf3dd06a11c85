/** What `packages/core/prices/*.json` consist of; amounts are whole picodollars. */
export interface PriceList {
  readonly provider: string;
  readonly unit: 'picodollars per token';
  readonly models: readonly ListedModel[];
}

export interface ListedModel {
  readonly id: string;
  readonly aliases: readonly string[];
  readonly datedNames?: readonly string[];
  /** Prompt and answer together, as the source of the prices has it. */
  readonly contextTokens?: number;
  readonly maxOutputTokens?: { readonly tokens: number } & Checked;
  readonly prices: readonly ListedPrice[];
}

/** Where a figure is from, and when someone last looked. */
export interface Checked {
  readonly checkedOn: string;
  readonly source: string;
}

export interface ListedPrice extends Checked {
  readonly serviceTier: string;
  readonly from?: string;
  readonly to?: string;
  readonly hours?: { readonly from: string; readonly to: string };
  readonly bands: readonly ListedBand[];
  readonly perRequest?: number;
  readonly alsoBilled?: readonly string[];
}

export interface ListedBand {
  readonly above?: number;
  readonly atLeast?: number;
  readonly rates: ListedRates;
}

export type ListedRates = Readonly<Record<string, number>>;
