import type { Clock } from '@farebox/core';

/**
 * A timer on `clock`, or none where the limit is Infinity.
 *
 * @returns what cancels it.
 */
export function startTimer(clock: Clock, ms: number, task: () => void): () => void {
  return ms === Number.POSITIVE_INFINITY ? () => {} : clock.after(ms, task);
}
