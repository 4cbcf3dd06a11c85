import type { Backoff } from './exponential.js';

/**
 * Spreads a backoff: each wait is uniform in [0, the delay), so clients that failed together part.
 *
 * It also halves the mean wait. A cap inside applies before the jitter, so waits at the cap spread too.
 * Source: the AWS study of jitter, whose "full" form finishes the same work with the fewest calls.
 *
 * @example
 * const backoff = fullJitter(exponential({ firstMs: 1000 }));
 * backoff(3, () => 0.25); // => 1000
 */
export function fullJitter(backoff: Backoff): Backoff {
  return (attempt, random) => random() * backoff(attempt, random);
}
