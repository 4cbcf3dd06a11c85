import { deepStrictEqual, ok } from 'node:assert/strict';
import { amountOf, type Receipt } from '../../receipt.js';
import type { Account } from '../../store/account.js';

/** A receipt says of its reservation what is true: who holds it, how much it was, whether it was passed. */
export function resolvedSafely(
  receipt: Receipt,
  held: { readonly amount: bigint; readonly accounts: readonly Account[] },
): void {
  const { id, resolution, cost, reserved, overrun } = receipt;
  deepStrictEqual(reserved, held.amount, `${id} reserved another amount`);
  deepStrictEqual(
    receipt.scopeIds,
    held.accounts.map(({ scopeId }) => scopeId),
    `${id} was charged elsewhere`,
  );
  const limited = held.accounts.some(({ limit }) => limit !== undefined);
  deepStrictEqual(overrun, limited && amountOf(cost) > held.amount, `${id} is or is no overrun`);
  if (resolution === 'released') deepStrictEqual(amountOf(cost), 0n, `${id} was released`);
  if (resolution === 'expired') {
    ok(cost.known === 'bounded' && cost.amount === held.amount, `${id} expired below its maximum`);
  }
}
