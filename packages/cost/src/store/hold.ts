import type { Picodollars } from '@farebox/core';
import type { Reservation } from '../ledger.js';
import type { Account } from './account.js';
import type { Admitted } from './admit.js';

/** A reservation that was admitted, as a store keeps it until it is resolved. */
export interface Hold {
  readonly id: string;
  readonly callId: string;
  readonly attempt: number;
  /** What is set aside in every account. */
  readonly amount: Picodollars;
  /** Something bounds the attempt; a cost above `amount` is an overrun. */
  readonly bounded: boolean;
  readonly accounts: readonly Account[];
  readonly softLimits: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
  readonly model: string;
  readonly holder: string;
  /** Milliseconds since 1970. */
  readonly reservedAt: number;
}

export function toHold(
  reservation: Reservation,
  accounts: readonly Account[],
  { amount, softLimits }: Admitted,
  held: { readonly by: string; readonly at: number },
): Hold {
  const { id, callId, attempt, tags, model = 'unknown' } = reservation;
  const bounded = reservation.amount !== undefined;
  const what = { id, callId, attempt, amount, bounded, accounts, softLimits, tags, model };
  return { ...what, holder: held.by, reservedAt: held.at };
}
