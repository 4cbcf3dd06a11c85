import type { Picodollars } from '@farebox/core';
import type { Admission, Balance, Reservation } from '../ledger.js';
import type { Account } from './account.js';
import { noRoom, scopeClosed } from './budget-errors.js';
import { checkAmount } from './check-amount.js';

/** An account that nothing was ever charged to. */
export const emptyBalance: Balance = { settled: 0n, reserved: 0n, closed: false };

/** What is decided before anything is written. */
export type Admitted = Omit<Admission, 'balances'>;

/**
 * Decides whether a reservation fits, and how much of it. The one rule of every budget, and pure: a
 * store asks it between reading the balances and writing them, with nothing in between.
 *
 * @throws {ChatError} `budget` when an account has no room or is closed; `configuration` for an amount below 0.
 */
export function admit(
  reservation: Pick<Reservation, 'amount' | 'atLeast'>,
  accounts: readonly Account[],
  balanceOf: (account: Account) => Balance,
): Admitted {
  const { amount: asked = 0n, atLeast } = reservation;
  checkAmount('amount', asked);
  if (atLeast !== undefined) checkAmount('atLeast', atLeast);
  const takesLess = atLeast !== undefined && atLeast < asked;
  const least = takesLess ? atLeast : asked;
  let amount = asked;
  for (const account of accounts) {
    const { limit } = account;
    if (limit === undefined) continue;
    const balance = balanceOf(account);
    if (balance.closed) throw scopeClosed(account);
    const room = limit - balance.settled - balance.reserved;
    // What nothing bounds is let through by name only, and then as long as there is anything left.
    const fits = reservation.amount === undefined ? room > 0n : room >= least;
    if (!fits) throw noRoom(account, limit, balance, least);
    if (room < amount) amount = room;
  }
  return { amount, softLimits: passedSoftLimits(accounts, balanceOf, amount) };
}

const none: readonly string[] = [];

function passedSoftLimits(
  accounts: readonly Account[],
  balanceOf: (account: Account) => Balance,
  amount: Picodollars,
): readonly string[] {
  const passed = accounts.filter((account) => {
    if (account.softLimit === undefined) return false;
    const { settled, reserved } = balanceOf(account);
    return settled + reserved + amount > account.softLimit;
  });
  return passed.length === 0 ? none : passed.map(({ scopeId }) => scopeId);
}
