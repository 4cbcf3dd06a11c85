import type { Ledger } from '../ledger.js';
import { type Account, accountName } from './account.js';

/** A ledger that outlives its process, and can say whether its books are right. */
export interface CheckedLedger extends Ledger {
  /**
   * What is wrong with the books, in sentences; empty when nothing is. Reads everything.
   *
   * A balance must be what its reservations and receipts come to, with what was pruned; nothing is both
   * held and settled; and where the store is a file, the file is whole.
   */
  check(): Promise<readonly string[]>;
}

export function wrongBalance(account: Pick<Account, 'scopeId' | 'window'>): string {
  return `The balance of ${accountName(account)} is not what its reservations and receipts come to.`;
}

export function heldAndSettled(id: string): string {
  return `The reservation ${id} has a receipt and is still held.`;
}
