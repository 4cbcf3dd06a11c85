import type { Picodollars } from '@farebox/core';
import type { Balance } from '../ledger.js';
import type { Account } from '../store/account.js';
import { emptyBalance } from '../store/admit.js';

interface Counted {
  settled: Picodollars;
  reserved: Picodollars;
  closed: boolean;
}

/** A call is over long before: retries end after minutes. */
const callIsOverMs = 86_400_000;

/**
 * The balances of a ledger in memory, by window and scope.
 *
 * All are kept but those of single calls: they go a day after their last use, or a process that lives
 * for months would keep one for each call it ever made. That day is measured, not read off the calendar.
 */
export class MemoryAccounts {
  readonly #windows = new Map<string, Map<string, Counted>>();
  /** When each call's window was used, the longest unused first. */
  readonly #calls = new Map<string, number>();
  readonly #monotonicMs: () => number;

  constructor(monotonicMs: () => number) {
    this.#monotonicMs = monotonicMs;
  }

  balance({ scopeId, window }: Pick<Account, 'scopeId' | 'window'>): Balance {
    return this.#windows.get(window)?.get(scopeId) ?? emptyBalance;
  }

  add(account: Account, reserved: Picodollars, settled: Picodollars, closes: boolean): void {
    const { scopeId, window } = account;
    if (window.startsWith('call:')) this.#useCall(window);
    let scopes = this.#windows.get(window);
    if (scopes === undefined) {
      scopes = new Map();
      this.#windows.set(window, scopes);
    }
    let counted = scopes.get(scopeId);
    if (counted === undefined) {
      counted = { ...emptyBalance };
      scopes.set(scopeId, counted);
    }
    counted.reserved += reserved;
    counted.settled += settled;
    if (closes) counted.closed = true;
  }

  reopen(scopeId: string): void {
    for (const scopes of this.#windows.values()) {
      const counted = scopes.get(scopeId);
      if (counted !== undefined) counted.closed = false;
    }
  }

  #useCall(window: string): void {
    const now = this.#monotonicMs();
    this.#calls.delete(window);
    this.#calls.set(window, now);
    for (const [oldest, usedAt] of this.#calls) {
      if (now - usedAt < callIsOverMs) return;
      this.#calls.delete(oldest);
      const scopes = this.#windows.get(oldest);
      const isHeld = [...(scopes?.values() ?? [])].some(({ reserved }) => reserved > 0n);
      if (isHeld) this.#calls.set(oldest, now);
      else this.#windows.delete(oldest);
    }
  }
}
