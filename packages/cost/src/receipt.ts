import type { CompletionUsage, ErrorKind, InvoiceLine, Picodollars } from '@farebox/core';
import type { StoredContent } from './stored-content.js';

/**
 * A cost and how it is known.
 *
 * `reported`: from the provider's usage at the price list, or nothing, because the provider refused
 * before generating. `estimated`: its price, which of its tokens were cached, or how many came before
 * a cut is an assumption. `bounded`:
 * the outcome is unknown, so this is the most it can have been. `unknown`: there is no price, and
 * unknown is not 0.
 */
export type Cost =
  | { readonly known: 'reported' | 'estimated' | 'bounded'; readonly amount: Picodollars }
  | { readonly known: 'unknown' };

/**
 * How an attempt ended: well, left by its reader, or with an error of this kind. `lost`: nobody knows,
 * because its process died.
 */
export type Outcome = 'completed' | 'abandoned' | 'lost' | ErrorKind;

/** What is known of an attempt once it has ended. */
export interface Settlement {
  readonly outcome: Outcome;
  readonly cost: Cost;
  /** The model that answered, or the one that was asked. */
  readonly model: string;
  /** The tier that was served. */
  readonly serviceTier?: string | undefined;
  /** As the provider reported it. */
  readonly usage?: CompletionUsage | undefined;
  /** What the cost is made of; the lines sum to a `reported` or `estimated` amount. */
  readonly lines?: readonly InvoiceLine[] | undefined;
  /** Of the first choice, as the provider said it. */
  readonly finishReason?: string | undefined;
  readonly requestId?: string | undefined;
  /** What was asked and answered; only where it is to be stored. On a receipt, only where the query asks for it. */
  readonly content?: StoredContent | undefined;
}

/** What is known of an attempt that the provider refused before generating: all but a cost, which is 0. */
export type Refusal = Pick<Settlement, 'outcome' | 'model' | 'requestId' | 'content'>;

/** What one attempt cost. Every attempt leaves one, also a failed one. */
export interface Receipt extends Settlement {
  /** The reservation's id. */
  readonly id: string;
  /** Its place in the store: receipts that were written later have higher ones. */
  readonly sequence: number;
  readonly callId: string;
  readonly attempt: number;
  readonly scopeIds: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
  /** What was set aside before the attempt left. */
  readonly reserved: Picodollars;
  /**
   * How the reservation was resolved: by what was used, given back after a refusal, or at its maximum
   * because the holder died.
   */
  readonly resolution: 'settled' | 'released' | 'expired';
  /** The cost is more than was reserved: the bound's assumptions did not hold, and scopes with a hard limit are closed. */
  readonly overrun: boolean;
  /** Scopes whose soft limit the reservation could pass. */
  readonly softLimits: readonly string[];
  /** Who held the reservation: one process, as its ledger names it. */
  readonly holder: string;
  /** Milliseconds since 1970. */
  readonly reservedAt: number;
  readonly settledAt: number;
}

/** The amount of a cost, as far as it is known. */
export function amountOf(cost: Cost): Picodollars {
  return cost.known === 'unknown' ? 0n : cost.amount;
}
