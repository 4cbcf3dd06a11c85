import { deepStrictEqual, fail, ok } from 'node:assert/strict';
import type { ChatError } from '@farebox/core';
import type { Admission, Balance } from '../../ledger.js';
import type { Receipt } from '../../receipt.js';
import type { Account } from '../../store/account.js';
import type { AccountBook } from './account-book.js';
import type { Action, Wish } from './history.js';

/** So that amounts are beyond what a float can hold exactly. */
export const unit = 10_000_000_000_000_007n;

/** What a store has answered to an action. */
export type Told =
  | {
      readonly action: Action;
      readonly holder: number;
      readonly admission: Admission;
      readonly accounts: readonly Account[];
    }
  | { readonly action: Action; readonly receipt: Receipt }
  | { readonly action: Action; readonly balance: Balance }
  | { readonly action: Action; readonly error: ChatError };

/** What an account came to before a step. */
export type Before = {
  readonly account: Account;
  settled: bigint;
  reserved: bigint;
  closed: boolean;
};

/** What is admitted anew is as much as was asked for, or enough of it, and in no account that was closed. */
export function checkAdmission(
  id: string,
  amount: bigint,
  accounts: readonly Account[],
  wish: Wish | undefined,
  before: readonly Before[],
): void {
  const { units, atLeast = units } = wish ?? fail('no such wish');
  const least = BigInt(Math.min(units, atLeast)) * unit;
  ok(amount >= least && amount <= BigInt(units) * unit, `${id} was given another amount`);
  for (const { scopeId, limit } of accounts) {
    const was = before.find(({ account }) => account.scopeId === scopeId);
    ok(limit === undefined || !was?.closed, `${id} was admitted to ${scopeId}, which was closed`);
  }
}

/** What a reservation was told of its scopes is what they come to, in the windows in which it was first made. */
export function checkSaid(
  { balances }: Admission,
  accounts: readonly Account[],
  book: AccountBook,
): void {
  for (const account of accounts) {
    const { overrun: _, ...expected } = book.entry(account);
    const { scopeId, window } = account;
    const said = balances.find((one) => one.scopeId === scopeId && one.window === window);
    deepStrictEqual(said, { scopeId, window, ...expected }, `what ${scopeId} was said to come to`);
  }
}

/** Every refusal has a reason, and every balance that somebody saw was within its limit. */
export function justify(
  one: Told,
  told: readonly Told[],
  wishes: readonly Wish[],
  before: readonly Before[],
  book: AccountBook,
): void {
  const { action } = one;
  if ('balance' in one && action.do === 'look') {
    const { account } = before[action.scope] ?? fail('a scope that is none');
    const { settled, reserved } = one.balance;
    const within = account.limit === undefined || settled + reserved <= account.limit;
    ok(within || book.entry(account).overrun, `${account.scopeId} was seen above its limit`);
  }
  if (!('error' in one)) return;
  const { error } = one;
  ok(['budget', 'store'].includes(error.kind), `an unexpected error: ${error.message}`);
  if (error.kind !== 'budget' || action.do !== 'reserve') return;
  const { units, atLeast = units, scopes } = wishes[action.id] ?? fail('no such wish');
  const least = BigInt(Math.min(units, atLeast)) * unit;
  const reasons = scopes.some((index) => {
    const { account, settled, reserved, closed } = before[index] ?? fail('a scope that is none');
    if (account.limit === undefined) return false;
    if (closed || book.entry(account).closed) return true;
    const most = told.reduce((sum, other) => {
      const charged =
        'admission' in other && other.accounts.some((a) => a.scopeId === account.scopeId);
      return charged ? sum + other.admission.amount : sum;
    }, settled + reserved);
    return most + least > account.limit;
  });
  ok(reasons, `refused although there was room: ${error.message}`);
}

/** What is said never to have been was not there before, and what is said to be resolved is, in another way. */
export function justifyStoreError(
  { code }: ChatError,
  id: string,
  asked: 'reserve' | 'settle' | 'release',
  known: ReadonlySet<string>,
  book: AccountBook,
): void {
  if (code === 'never-reserved')
    ok(!known.has(id), `${id} was reserved, and is said never to have been`);
  if (code !== 'resolved') return;
  const resolution = book.resolved.get(id)?.receipt.resolution;
  const reasons = { reserve: resolution, settle: 'released', release: 'settled' } as const;
  ok(resolution !== undefined && resolution === reasons[asked], `${id} could be ${asked}d`);
}
