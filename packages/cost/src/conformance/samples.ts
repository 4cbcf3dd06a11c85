import type { Picodollars, Scope } from '@farebox/core';
import type { Reservation } from '../ledger.js';
import type { Settlement } from '../receipt.js';

/** A reservation with these numbers and nothing else of interest. */
export function reservationOf(
  id: string,
  amount: Picodollars | undefined,
  scopes: readonly Scope[],
  more: Partial<Reservation> = {},
): Reservation {
  return { id, callId: id, attempt: 1, amount, scopes, tags: {}, ...more };
}

/** A completed attempt that cost this much. */
export function costing(amount: Picodollars, more: Partial<Settlement> = {}): Settlement {
  return {
    outcome: 'completed',
    cost: { known: 'reported', amount },
    model: 'gpt-4o-mini',
    ...more,
  };
}

export const refusal = { outcome: 'rate-limit', model: 'gpt-4o-mini' } as const;
