import type { DatabaseSync } from 'node:sqlite';
import type { Admission, Reservation } from '../ledger.js';
import { amountOf, type Receipt, type Settlement } from '../receipt.js';
import { toAccounts } from '../store/account.js';
import { accountBalances } from '../store/account-balances.js';
import { admit, emptyBalance } from '../store/admit.js';
import { checkAmount } from '../store/check-amount.js';
import { type Hold, toHold } from '../store/hold.js';
import { neverReserved, resolvedAlready } from '../store/store-errors.js';
import { lost, toReceipt } from '../store/to-receipt.js';
import { calendarKey } from '../window/window-key.js';
import { AccountTable, fullAt } from './account-table.js';
import { type HolderRow, HolderTable } from './holder-table.js';
import { ReceiptTable } from './receipt-table.js';
import { storeError } from './sqlite-error.js';
import { Statements } from './statements.js';

/**
 * What a ledger does to its tables, step by step. Each method is one transaction's work, and decides
 * before it writes.
 */
export class LedgerTables {
  readonly accounts: AccountTable;
  readonly holders: HolderTable;
  readonly receipts: ReceiptTable;

  constructor(database: DatabaseSync) {
    database.function('calendar_key', { deterministic: true }, (per, at, timeZone) =>
      calendarKey(per as 'day' | 'month', Number(at), String(timeZone)),
    );
    const sql = new Statements(database);
    this.accounts = new AccountTable(sql);
    this.holders = new HolderTable(sql);
    this.receipts = new ReceiptTable(sql);
  }

  reserve(reservation: Reservation, by: HolderRow, at: number): Admission {
    const { id, scopes, callId } = reservation;
    const held = this.holders.hold(id);
    if (held !== undefined) return this.#admissionOf(held);
    const done = this.receipts.get(id);
    if (done !== undefined) throw resolvedAlready(done.receipt);
    const charged = toAccounts(scopes, at, callId);
    const before = new Map(charged.map((account) => [account, this.accounts.balance(account)]));
    const balanceOf = (account: (typeof charged)[number]) => before.get(account) ?? emptyBalance;
    const admitted = admit(reservation, charged, balanceOf);
    const { amount } = admitted;
    checkSize(amount);
    for (const account of charged) this.accounts.checkFits(account, balanceOf(account), amount);
    for (const account of charged) this.accounts.reserve(account, amount, Math.floor(at));
    this.holders.renew(by);
    this.holders.add(toHold(reservation, charged, admitted, { by: by.id, at }));
    const balances = accountBalances(charged, (account) => {
      const { reserved, ...balance } = balanceOf(account);
      return { ...balance, reserved: reserved + amount };
    });
    return { ...admitted, balances };
  }

  resolve(
    id: string,
    resolution: Receipt['resolution'],
    settlement: Settlement,
    at: number,
  ): Receipt {
    const hold = this.holders.hold(id);
    if (hold !== undefined) return this.#write(hold, resolution, settlement, at);
    const done = this.receipts.get(id);
    if (done === undefined) throw neverReserved(id);
    const { receipt } = done;
    if (receipt.resolution === resolution) return receipt;
    if (receipt.resolution !== 'expired') throw resolvedAlready(receipt);
    return this.#write(done.hold, resolution, settlement, at, receipt);
  }

  #admissionOf({ amount, softLimits, accounts }: Hold): Admission {
    const balances = accountBalances(accounts, (account) => this.accounts.balance(account));
    return { amount, softLimits, balances };
  }

  /** Settles what a dead holder held at its maximum, and forgets the holder. */
  expire(holder: string, at: number): readonly Receipt[] {
    const receipts = this.holders
      .heldBy(holder)
      .map((hold) => this.#write(hold, 'expired', lost(hold), at));
    this.holders.forget(holder);
    return receipts;
  }

  /**
   * Forgets old receipts; their sums stay, so that the books can still be checked. A hundred at a time, because
   * contents are overwritten, and no stream moves meanwhile: 100 KB each take 0.2 s. To be repeated until it says 0.
   */
  prune(before: number): number {
    const old = this.receipts.before(before);
    for (const { receipt, hold } of old) {
      for (const account of hold.accounts) this.accounts.forget(account, amountOf(receipt.cost));
      this.receipts.remove(receipt.sequence);
    }
    // It reads all accounts, so once, at the end.
    if (old.length === 0) this.accounts.dropCalls(before);
    return old.length;
  }

  #write(
    hold: Hold,
    resolution: Receipt['resolution'],
    settlement: Settlement,
    at: number,
    provisional?: Receipt,
  ): Receipt {
    const cost = amountOf(settlement.cost);
    checkAmount('cost.amount', cost);
    checkSize(cost);
    const receipt = toReceipt(hold, resolution, settlement, { at, sequence: 0 });
    for (const account of hold.accounts) {
      this.accounts.settle(account, {
        reserved: provisional === undefined ? -hold.amount : 0n,
        settled: provisional === undefined ? cost : cost - amountOf(provisional.cost),
        closes: receipt.overrun && account.limit !== undefined,
      });
    }
    this.holders.remove(hold.id);
    return this.receipts.put(hold, receipt, settlement);
  }
}

function checkSize(amount: bigint): void {
  if (amount <= fullAt) return;
  throw storeError(
    'too-large',
    'One attempt is said to cost more than $4.6 million, which this store cannot count.',
    'Check max_completion_tokens, the price list and the usage that the provider reports.',
  );
}
