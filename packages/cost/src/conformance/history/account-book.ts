import { deepStrictEqual, ok } from 'node:assert/strict';
import type { Balance } from '../../ledger.js';
import { amountOf, type Receipt } from '../../receipt.js';
import type { Account } from '../../store/account.js';
import { resolvedSafely } from './resolved-safely.js';

interface Held {
  readonly amount: bigint;
  readonly accounts: readonly Account[];
  readonly holder: number;
}

interface Entry {
  settled: bigint;
  reserved: bigint;
  closed: boolean;
  /** An overrun has happened here: the limit no longer holds. */
  overrun: boolean;
}

/** What the balances must be, by what the store has said so far. As plain as it can be. */
export class AccountBook {
  readonly held = new Map<string, Held>();
  readonly resolved = new Map<string, { receipt: Receipt; held: Held }>();
  readonly #entries = new Map<string, Entry>();

  entry({ scopeId, window }: Pick<Account, 'scopeId' | 'window'>): Entry {
    const key = JSON.stringify([scopeId, window]);
    let entry = this.#entries.get(key);
    if (entry === undefined) {
      entry = { settled: 0n, reserved: 0n, closed: false, overrun: false };
      this.#entries.set(key, entry);
    }
    return entry;
  }

  accounts(): readonly { scopeId: string; window: string }[] {
    return [...this.#entries.keys()].map((key) => {
      const [scopeId, window] = JSON.parse(key) as [string, string];
      return { scopeId, window };
    });
  }

  hold(id: string, held: Held): void {
    this.held.set(id, held);
    for (const account of held.accounts) this.entry(account).reserved += held.amount;
  }

  /** A store says that this is the receipt of `id`. */
  resolve(id: string, receipt: Receipt): void {
    const before = this.resolved.get(id);
    if (before !== undefined && before.receipt.resolution !== 'expired') {
      deepStrictEqual(receipt, before.receipt, `${id} has two different receipts`);
      return;
    }
    const held = before?.held ?? this.held.get(id);
    ok(held !== undefined, `${id} was resolved and never reserved`);
    resolvedSafely(receipt, held);
    for (const account of held.accounts) {
      const entry = this.entry(account);
      if (before === undefined) entry.reserved -= held.amount;
      else entry.settled -= amountOf(before.receipt.cost);
      entry.settled += amountOf(receipt.cost);
      if (!receipt.overrun || account.limit === undefined) continue;
      entry.closed = true;
      entry.overrun = true;
    }
    this.held.delete(id);
    this.resolved.set(id, { receipt, held });
  }

  reopen(scopeId: string): void {
    for (const account of this.accounts()) {
      if (account.scopeId === scopeId) this.entry(account).closed = false;
    }
  }

  /** The balance is what it must be, and within the limit. */
  check(account: Account, balance: Balance): void {
    const { overrun, ...expected } = this.entry(account);
    const name = `the balance of ${account.scopeId} in ${account.window || 'total'}`;
    deepStrictEqual(balance, expected, name);
    if (overrun || account.limit === undefined) return;
    ok(balance.settled + balance.reserved <= account.limit, `${name} is above its limit`);
  }
}
