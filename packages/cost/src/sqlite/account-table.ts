import type { Picodollars } from '@farebox/core';
import type { Balance } from '../ledger.js';
import { type Account, accountName } from '../store/account.js';
import { emptyBalance } from '../store/admit.js';
import { storeError } from './sqlite-error.js';
import type { Statements } from './statements.js';

/**
 * Half of what a 64-bit integer holds: $4.6 million. An account that would pass it admits nothing more, so
 * that whatever is settled then still fits.
 */
export const fullAt = 2n ** 62n;

/** The balances, by scope and window. */
export class AccountTable {
  readonly #sql: Statements;

  constructor(sql: Statements) {
    this.#sql = sql;
  }

  balance({ scopeId, window }: Pick<Account, 'scopeId' | 'window'>): Balance {
    const row = this.#sql.get(
      'SELECT settled, reserved, closed FROM accounts WHERE scope_id = ? AND time_window = ?',
      scopeId,
      window,
    );
    if (row === undefined) return emptyBalance;
    const { settled, reserved, closed } = row as Record<string, bigint>;
    return { settled: settled ?? 0n, reserved: reserved ?? 0n, closed: closed === 1n };
  }

  /** @throws {ChatError} `store` where the sum would not be exact. */
  checkFits(account: Account, { settled, reserved }: Balance, amount: Picodollars): void {
    if (settled + reserved + amount <= fullAt) return;
    throw storeError(
      'full-account',
      `${accountName(account)} has reached $4.6 million, the most that this store counts in one account.`,
      'Use a scope with a window (per month, say), another id, or the PostgreSQL store.',
    );
  }

  reserve({ scopeId, window }: Account, amount: Picodollars, at: number): void {
    this.#sql.run(
      `INSERT INTO accounts (scope_id, time_window, reserved, used_at) VALUES (?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET reserved = reserved + excluded.reserved, used_at = excluded.used_at`,
      scopeId,
      window,
      amount,
      at,
    );
  }

  settle(
    { scopeId, window }: Account,
    change: {
      readonly reserved: Picodollars;
      readonly settled: Picodollars;
      readonly closes: boolean;
    },
  ): void {
    this.#sql.run(
      `UPDATE accounts SET reserved = reserved + ?, settled = settled + ?, closed = max(closed, ?)
       WHERE scope_id = ? AND time_window = ?`,
      change.reserved,
      change.settled,
      change.closes ? 1 : 0,
      scopeId,
      window,
    );
  }

  reopen(scopeId: string): void {
    this.#sql.run('UPDATE accounts SET closed = 0 WHERE scope_id = ?', scopeId);
  }

  /** Moves what pruned receipts have settled from what can be checked to what is remembered as a sum. */
  forget({ scopeId, window }: Account, settled: Picodollars): void {
    this.#sql.run(
      'UPDATE accounts SET forgotten = forgotten + ? WHERE scope_id = ? AND time_window = ?',
      settled,
      scopeId,
      window,
    );
  }

  /** Single calls that are over, and whose receipts are gone. */
  dropCalls(before: number): void {
    this.#sql.run(
      `DELETE FROM accounts
       WHERE time_window >= 'call:' AND time_window < 'call;' AND reserved = 0 AND settled = forgotten AND used_at < ?`,
      before,
    );
  }
}
