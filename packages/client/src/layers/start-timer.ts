import type { Clock } from '@farebox/core';

/**
 * A timer on `clock`, or none where the limit is Infinity. It waits whole milliseconds: what fractions
 * leave over can be too little for a clock to move by, and who looks again then would do so for ever.
 *
 * @returns what cancels it.
 */
export function startTimer(clock: Clock, ms: number, task: () => void): () => void {
  return ms === Number.POSITIVE_INFINITY ? () => {} : clock.after(Math.ceil(ms), task);
}
