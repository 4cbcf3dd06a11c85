import { formatUsd, type Picodollars } from '@farebox/core';

/**
 * Dollars for people: exact up to the millionth of a dollar that calls cost, and never rounded to 0.
 *
 * @example
 * shownUsd(26_550_000n) // => '$0.00002655'
 */
export function shownUsd(amount: Picodollars): string {
  return `$${formatUsd(amount)}`;
}
