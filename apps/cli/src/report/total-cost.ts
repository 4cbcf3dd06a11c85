import type { Picodollars } from '@farebox/core';
import { amountOf, type Cost, type Receipt } from '@farebox/cost';

/** From the best known to the least. */
const certainty: readonly Cost['known'][] = ['reported', 'estimated', 'bounded', 'unknown'];

/** What all attempts cost together, known only as well as the least known of them. */
export interface TotalCost {
  readonly known: Cost['known'];
  /** The part that is known. */
  readonly amount: Picodollars;
}

export function totalCost(receipts: readonly Receipt[]): TotalCost {
  return receipts.reduce<TotalCost>(
    ({ known, amount }, { cost }) => ({
      known: certainty.indexOf(cost.known) > certainty.indexOf(known) ? cost.known : known,
      amount: amount + amountOf(cost),
    }),
    { known: 'reported', amount: 0n },
  );
}
