import type { Picodollars, Scope } from '@farebox/core';
import type { Receipt, Settlement } from './receipt.js';

/** What is to be set aside for one attempt. */
export interface Reservation {
  /** Unique per attempt; the same id again is the same reservation. */
  readonly id: string;
  readonly callId: string;
  readonly attempt: number;
  /** The most the attempt can cost; 0 where that is unknown and no scope has a limit. */
  readonly amount: Picodollars;
  readonly scopes: readonly Scope[];
  readonly tags: Readonly<Record<string, string>>;
}

/** The state of one scope; `settled + reserved` is never above the limit, but for an overrun. */
export interface Balance {
  readonly settled: Picodollars;
  readonly reserved: Picodollars;
  /** Closed by an overrun: nothing more is admitted under a limit. */
  readonly closed: boolean;
}

/**
 * Who holds the money. Reserve before an attempt leaves, settle what it used.
 *
 * @see {@link memoryLedger}
 */
export interface Ledger {
  /**
   * Sets the amount aside in every scope, or in none.
   *
   * @throws {ChatError} `budget` when a scope has no room, with the numbers; `store` when the ledger cannot say.
   */
  reserve(reservation: Reservation): Promise<void>;
  /**
   * Turns a reservation into a receipt, once: settling it again returns the same receipt.
   *
   * @throws {ChatError} `store` for an id that was never reserved.
   */
  settle(id: string, settlement: Settlement): Promise<Receipt>;
  balance(scopeId: string): Promise<Balance>;
  /** The receipts of one call or of all, oldest first. */
  receipts(filter?: { readonly callId?: string | undefined }): Promise<readonly Receipt[]>;
}
