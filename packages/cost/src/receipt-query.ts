import type { Picodollars } from '@farebox/core';

/** Which receipts; what is left out does not matter. */
export interface ReceiptFilter {
  readonly callId?: string | undefined;
  readonly scopeId?: string | undefined;
  /** The model on the receipt: the one that answered. */
  readonly model?: string | undefined;
  readonly tag?: { readonly name: string; readonly value: string } | undefined;
  /** Settled at this time or later, in milliseconds since 1970. */
  readonly from?: number | undefined;
  /** Settled before this time. */
  readonly to?: number | undefined;
}

export interface ReceiptQuery extends ReceiptFilter {
  /** The `sequence` of the last receipt that is known; the ones after it, in the order asked for, follow. */
  readonly after?: number | undefined;
  /** Whether they come in the order opposite to the one in which they were written. Default false. */
  readonly newestFirst?: boolean | undefined;
  /** How many at most. Default 1,000. */
  readonly limit?: number | undefined;
  /** With what was asked and answered, where that is stored: up to a megabyte each. Default false. */
  readonly content?: boolean | undefined;
}

/** What receipts are summed by. Days and months are those of `timeZone`. */
export type SpendGroup = 'day' | 'month' | 'model' | 'scope' | { readonly tag: string };

export interface SpendQuery extends ReceiptFilter {
  readonly by: SpendGroup;
  /** Default `UTC`. */
  readonly timeZone?: string | undefined;
}

/** What the receipts of one group come to. */
export interface Spend {
  /** `2026-11-28`, `2026-11`, a model, a scope's id or a tag's value; `''` for receipts without the tag. */
  readonly key: string;
  readonly attempts: number;
  /** The sum of the costs that are known. */
  readonly amount: Picodollars;
  /** How much of `amount` is a bound, because the outcome is unknown. */
  readonly bounded: Picodollars;
  /** How many attempts have no known cost at all, and so are not in `amount`. */
  readonly unknown: number;
  /** As providers reported them. */
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/** How many receipts a query returns where it does not say. */
export const pageSize = 1000;
