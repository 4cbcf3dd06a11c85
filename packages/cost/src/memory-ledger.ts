import { ChatError, type Picodollars, type Scope } from '@farebox/core';
import { noRoom, scopeClosed } from './budget-errors.js';
import type { Balance, Ledger, Reservation } from './ledger.js';
import { amountOf, type Receipt, type Settlement } from './receipt.js';

export interface MemoryLedgerOptions {
  /** Wall-clock time in milliseconds since 1970, for receipts. Default `Date.now`. */
  readonly now?: (() => number) | undefined;
  /** How many receipts are kept, the newest ones; the balances count all. Default 10,000. */
  readonly keepReceipts?: number | undefined;
}

interface Account {
  settled: Picodollars;
  reserved: Picodollars;
  closed: boolean;
}

interface Held extends Reservation {
  readonly reservedAt: number;
}

/**
 * A ledger in this process: exact and atomic, and gone with the process.
 *
 * Checking and setting aside happen in one step without an `await` between, so no number of
 * concurrent calls can overspend.
 */
export function memoryLedger(options: MemoryLedgerOptions = {}): Ledger {
  const { now = Date.now, keepReceipts = 10_000 } = options;
  const accounts = new Map<string, Account>();
  const held = new Map<string, Held>();
  const receipts = new Map<string, Receipt>();

  const account = (scopeId: string): Account => {
    let found = accounts.get(scopeId);
    if (found === undefined) {
      found = { settled: 0n, reserved: 0n, closed: false };
      accounts.set(scopeId, found);
    }
    return found;
  };

  return {
    async reserve(reservation) {
      const { id, scopes, amount } = reservation;
      if (held.has(id)) return;
      if (receipts.has(id)) throw unusable(`The reservation ${id} has been settled already.`);
      for (const scope of scopes) checkRoom(scope, account(scope.id), amount);
      for (const scope of scopes) account(scope.id).reserved += amount;
      held.set(id, { ...reservation, reservedAt: now() });
    },

    async settle(id, settlement) {
      const settled = receipts.get(id);
      if (settled !== undefined) return settled;
      const reservation = held.get(id);
      if (reservation === undefined) throw unusable(`There is no reservation ${id}.`);
      held.delete(id);
      const receipt = toReceipt(reservation, settlement, now());
      for (const scope of reservation.scopes) post(scope, account(scope.id), receipt);
      receipts.set(id, receipt);
      if (receipts.size > keepReceipts) receipts.delete(receipts.keys().next().value as string);
      return receipt;
    },

    async balance(scopeId): Promise<Balance> {
      return { ...(accounts.get(scopeId) ?? { settled: 0n, reserved: 0n, closed: false }) };
    },

    async receipts({ callId } = {}) {
      const all = [...receipts.values()];
      return callId === undefined ? all : all.filter((receipt) => receipt.callId === callId);
    },
  };
}

function checkRoom(scope: Scope, { settled, reserved, closed }: Account, amount: Picodollars) {
  if (scope.limit === undefined) return;
  if (closed) throw scopeClosed(scope);
  if (settled + reserved + amount > scope.limit) throw noRoom(scope, settled, reserved, amount);
}

function post(scope: Scope, account: Account, receipt: Receipt): void {
  account.reserved -= receipt.reserved;
  account.settled += amountOf(receipt.cost);
  if (receipt.overrun && scope.limit !== undefined) account.closed = true;
}

function toReceipt(reservation: Held, settlement: Settlement, settledAt: number): Receipt {
  const { id, callId, attempt, amount, scopes, tags, reservedAt } = reservation;
  return {
    ...settlement,
    id,
    callId,
    attempt,
    scopeIds: scopes.map((scope) => scope.id),
    tags,
    reserved: amount,
    // Without a limit nothing had to be set aside, so there is nothing to overrun.
    overrun:
      scopes.some((scope) => scope.limit !== undefined) && amountOf(settlement.cost) > amount,
    reservedAt,
    settledAt,
  };
}

function unusable(message: string): ChatError {
  return new ChatError({ kind: 'store', message });
}
