import type { Scope } from '@farebox/core';
import type { Admission, Ledger } from '../ledger.js';
import { amountOf, type Receipt, type Settlement } from '../receipt.js';
import { toAccounts } from '../store/account.js';
import { accountBalances } from '../store/account-balances.js';
import { admit } from '../store/admit.js';
import { checkAmount } from '../store/check-amount.js';
import { type Hold, toHold } from '../store/hold.js';
import { neverReserved, resolvedAlready } from '../store/store-errors.js';
import { refused, toReceipt } from '../store/to-receipt.js';
import { windowKey } from '../window/window-key.js';
import { MemoryAccounts } from './memory-accounts.js';
import { ReceiptShelf } from './receipt-shelf.js';

export interface MemoryLedgerOptions {
  /** Wall-clock time in milliseconds since 1970, for windows and receipts. Default `Date.now`. */
  readonly now?: (() => number) | undefined;
  /** How many receipts are kept, the newest ones; the balances count all. Default 10,000. */
  readonly keepReceipts?: number | undefined;
}

/** All holds of a ledger in memory are this process's, and end with it. */
const holder = 'this process';

/**
 * A ledger in this process: exact and atomic, and gone with the process.
 *
 * Checking and setting aside happen in one step without an `await` between, so no number of
 * concurrent calls can overspend.
 */
export function memoryLedger(options: MemoryLedgerOptions = {}): Ledger {
  const { now = Date.now, keepReceipts = 10_000 } = options;
  const accounts = new MemoryAccounts(() => performance.now());
  const holds = new Map<string, Hold>();
  const receipts = new ReceiptShelf(keepReceipts);
  let sequence = 0;

  const admissionOf = ({ amount, softLimits, accounts: charged }: Hold): Admission => {
    const balances = accountBalances(charged, (account) => accounts.balance(account));
    return { amount, softLimits, balances };
  };
  const resolve = (
    id: string,
    resolution: Receipt['resolution'],
    settlement: Settlement,
  ): Receipt => {
    const done = receipts.get(id);
    if (done !== undefined) {
      if (done.resolution === resolution) return done;
      throw resolvedAlready(done);
    }
    const hold = holds.get(id);
    if (hold === undefined) throw neverReserved(id);
    const cost = amountOf(settlement.cost);
    checkAmount('cost.amount', cost);
    const written = { at: now(), sequence: ++sequence };
    const receipt = toReceipt(hold, resolution, settlement, written);
    holds.delete(id);
    for (const account of hold.accounts) {
      accounts.add(account, -hold.amount, cost, receipt.overrun && account.limit !== undefined);
    }
    receipts.add(receipt, settlement.content);
    return receipt;
  };

  return {
    async reserve(reservation) {
      const { id, scopes, callId } = reservation;
      const held = holds.get(id);
      if (held !== undefined) return admissionOf(held);
      const done = receipts.get(id);
      if (done !== undefined) throw resolvedAlready(done);
      const at = now();
      const charged = toAccounts(scopes, at, callId);
      const admitted = admit(reservation, charged, (account) => accounts.balance(account));
      for (const account of charged) accounts.add(account, admitted.amount, 0n, false);
      const hold = toHold(reservation, charged, admitted, { by: holder, at });
      holds.set(id, hold);
      return admissionOf(hold);
    },
    settle: async (id, settlement) => resolve(id, 'settled', settlement),
    release: async (id, refusal) => resolve(id, 'released', refused(refusal)),
    recover: async () => [],
    async balance(scope: string | Scope, callId = '') {
      const asked = typeof scope === 'string' ? { id: scope } : scope;
      const window = windowKey(asked, now(), callId);
      return { ...accounts.balance({ scopeId: asked.id, window }) };
    },
    reopen: async (scopeId) => accounts.reopen(scopeId),
    receipts: async (query) => receipts.find(query),
    spend: async (query) => receipts.spend(query),
    prune: async (before) => receipts.prune(before),
    close: async () => {},
  };
}
