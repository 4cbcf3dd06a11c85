import type { Picodollars } from '@farebox/core';
import { amountOf, type Cost, type Receipt } from './receipt.js';

/** From the best known to the least. */
const certainty: readonly Cost['known'][] = ['reported', 'estimated', 'bounded', 'unknown'];

/** A sum of costs, known only as well as the least known of them. */
export interface TotalCost {
  readonly known: Cost['known'];
  /** The part that is known. */
  readonly amount: Picodollars;
}

/**
 * What several attempts cost together, and how well that is known.
 *
 * One `unknown` cost makes the total `unknown`: `amount` is then only the part that is known.
 */
export function totalCost(receipts: readonly Receipt[]): TotalCost {
  return receipts.reduce<TotalCost>(
    ({ known, amount }, { cost }) => ({
      known: certainty.indexOf(cost.known) > certainty.indexOf(known) ? cost.known : known,
      amount: amount + amountOf(cost),
    }),
    { known: 'reported', amount: 0n },
  );
}
