import { formatUsd, type Picodollars } from '@farebox/core';

/**
 * An amount for the eye: six decimals, and more where that would leave fewer than two digits.
 *
 * An upper bound is rounded up: it must not look smaller than it is.
 *
 * @example
 * shownUsd(41_850_000n); // => '$0.000042'
 * shownUsd(750_000n); // => '$0.00000075'
 */
export function shownUsd(amount: Picodollars, rounding: 'nearest' | 'up' = 'nearest'): string {
  const digits = Math.max(6, Math.min(12, 14 - amount.toString().length));
  const unit = 10n ** BigInt(12 - digits);
  const rounded = rounding === 'up' ? ((amount + unit - 1n) / unit) * unit : amount;
  return `$${formatUsd(rounded, { digits: amount === 0n ? 2 : digits })}`;
}
