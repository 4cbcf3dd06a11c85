import type { Picodollars, Scope } from '@farebox/core';
import type { Receipt, Refusal, Settlement } from './receipt.js';
import type { ReceiptQuery, Spend, SpendQuery } from './receipt-query.js';

/** What is to be set aside for one attempt. */
export interface Reservation {
  /** Unique per attempt; the same id again is the same reservation. */
  readonly id: string;
  readonly callId: string;
  readonly attempt: number;
  /** The most the attempt can cost; undefined where nothing bounds it: then nothing is set aside. */
  readonly amount: Picodollars | undefined;
  /** Takes less than `amount`, down to this, where a scope has no room for all of it. Default: all or nothing. */
  readonly atLeast?: Picodollars | undefined;
  /** All are charged, or none. The same scope twice is charged once, at the lower limit. */
  readonly scopes: readonly Scope[];
  readonly tags: Readonly<Record<string, string>>;
  /** The model that is asked, for the receipt of an attempt whose process dies. */
  readonly model?: string | undefined;
}

/** What a reservation was given. */
export interface Admission {
  /** What is set aside: the amount asked for, or less where `atLeast` allowed that. */
  readonly amount: Picodollars;
  /** Scopes whose soft limit this reservation can pass. */
  readonly softLimits: readonly string[];
  /** What every scope comes to with this reservation in it, others' spending too; in any order. */
  readonly balances: readonly AccountBalance[];
}

/** The state of one scope in one window; `settled + reserved` is never above a hard limit, but for an overrun. */
export interface Balance {
  readonly settled: Picodollars;
  readonly reserved: Picodollars;
  /** Closed by an overrun: nothing more is admitted under a hard limit. */
  readonly closed: boolean;
}

/** A balance, and what it is of. */
export interface AccountBalance extends Balance {
  readonly scopeId: string;
  /** By {@link windowKey}: `day:2026-11-28@UTC`; `''` in total. */
  readonly window: string;
}

/**
 * Who holds the money: reserve before an attempt leaves, settle what it used.
 *
 * Everything that changes it is exact, atomic over all scopes, and safe to repeat: an id counts once.
 * A window is chosen once, when the money is reserved, and the settlement goes to the same one,
 * whatever the clock does in between. Every store passes `@farebox/cost/conformance`.
 *
 * @see {@link memoryLedger}
 */
export interface Ledger {
  /**
   * Sets the amount aside in every scope, or in none.
   *
   * @throws {ChatError} `budget` when a scope has no room, with the numbers; `configuration` for an
   * amount below 0; `store` when the ledger cannot say, or the id has a receipt already.
   */
  reserve(reservation: Reservation): Promise<Admission>;
  /**
   * Turns a reservation into a receipt, once: settling it again returns the same receipt.
   *
   * The receipt of an expired reservation is provisional: its holder's settlement, late, replaces it.
   *
   * @throws {ChatError} `store` for an id that was never reserved, or was released.
   */
  settle(id: string, settlement: Settlement): Promise<Receipt>;
  /**
   * Gives a reservation back, because the provider refused before it generated anything. Also a receipt,
   * of 0, and also once.
   *
   * @throws {ChatError} `store` for an id that was never reserved, or was settled.
   */
  release(id: string, refusal: Refusal): Promise<Receipt>;
  /**
   * Resolves what dead holders left: each reservation settles at its maximum, with outcome `lost`.
   *
   * A holder is a process (or whoever opened the store). Nothing of one that lives is touched, and
   * nothing is ever given back: the provider may have billed it. Stores do this by themselves, too.
   */
  recover(): Promise<readonly Receipt[]>;
  /** The balance of a scope in its present window; of an id: in total. `per: 'call'` needs the call's id. */
  balance(scope: string | Scope, callId?: string): Promise<Balance>;
  /** Opens what an overrun has closed, in all windows of the scope. */
  reopen(scopeId: string): Promise<void>;
  /** Receipts, the oldest first, 1,000 at a time unless the query says otherwise; `after` goes on from there. */
  receipts(query?: ReceiptQuery): Promise<readonly Receipt[]>;
  /** Sums over receipts, computed in the store. A receipt in several groups counts in each. */
  spend(query: SpendQuery): Promise<readonly Spend[]>;
  /**
   * Forgets the receipts that were settled before a time (milliseconds since 1970), and says how many.
   *
   * Balances stay. What is forgotten can no longer be told from what never was: its id is free again.
   */
  prune(before: number): Promise<number>;
  /** Lets go of files, connections and timers. Reservations that are still held count as spent. */
  close(): Promise<void>;
}
