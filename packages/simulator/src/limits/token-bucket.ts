/** A limit per minute that refills all the time, not once a minute. */
export interface TokenBucket {
  readonly perMinute: number;
  /** Whole units that can be taken now. */
  remaining(nowMs: number): number;
  /** Until so many can be taken; `Infinity` for more than the bucket holds. */
  waitMs(amount: number, nowMs: number): number;
  /** Takes what is there, if need be less than asked for. */
  take(amount: number, nowMs: number): void;
}

/** One unit is this many parts, so that a millisecond refills a whole number of them. */
const partsPerUnit = 60_000;

/** The largest limit whose parts are still counted exactly: 150 billion per minute. */
export const maximumPerMinute = Math.floor(Number.MAX_SAFE_INTEGER / partsPerUnit);

/**
 * A full bucket for `perMinute` units.
 *
 * Waits are exact to the millisecond: everything is whole numbers, and a fraction of a
 * millisecond on the clock is not yet a millisecond.
 *
 * @example
 * const bucket = tokenBucket(3);
 * bucket.take(3, 0);
 * bucket.waitMs(1, 0) // => 20_000
 */
export function tokenBucket(perMinute: number): TokenBucket {
  const full = perMinute * partsPerUnit;
  let parts = full;
  let filledAtMs: number | undefined;
  const refill = (nowMs: number) => {
    const wholeMs = Math.floor(nowMs);
    // Past the time that fills it from empty, more would only lose precision.
    const elapsedMs = Math.min(wholeMs - (filledAtMs ?? wholeMs), 60_000);
    parts = Math.min(full, parts + elapsedMs * perMinute);
    filledAtMs = wholeMs;
  };
  return {
    perMinute,
    remaining(nowMs) {
      refill(nowMs);
      return Math.floor(parts / partsPerUnit);
    },
    waitMs(amount, nowMs) {
      if (amount > perMinute) return Number.POSITIVE_INFINITY;
      refill(nowMs);
      return Math.ceil(Math.max(0, amount * partsPerUnit - parts) / perMinute);
    },
    take(amount, nowMs) {
      refill(nowMs);
      parts = Math.max(0, parts - amount * partsPerUnit);
    },
  };
}
