import { formatUsd, type Picodollars } from '@farebox/core';

/**
 * A rate as price lists write it: dollars per million tokens, exactly.
 *
 * @example
 * perMillion(150_000n); // => '0.15'
 */
export function perMillion(rate: Picodollars): string {
  return formatUsd(rate * 1_000_000n);
}
