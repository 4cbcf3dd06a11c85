/** What a provider says of one of its limits. */
export interface LimitFacts {
  readonly limit: number;
  readonly remaining: number | undefined;
  /** Until the limit is whole again. */
  readonly resetMs: number | undefined;
}

/** What was believed to remain right after a request had left. */
export interface Mark {
  readonly level: number;
  readonly shifted: number;
}

/** What the provider may not have counted when it sent its headers. */
export interface Outstanding {
  /** The sum of what has left and was not answered. */
  readonly amount: number;
  /** Whether nothing has left since the request that is being answered. */
  readonly isLatest: boolean;
}

/** So many of something a minute, refilled all the time. Times are on a monotonic scale. */
export interface Bucket {
  /** What it holds when it is full: nothing larger ever fits. */
  readonly capacity: number;
  /** How long until `amount` is in it, if nobody takes anything before. */
  waitMs(amount: number, nowMs: number): number;
  /** Takes the amount, into debt if need be. */
  take(amount: number, nowMs: number): Mark;
  giveBack(amount: number, nowMs: number): void;
  /** Follows the provider: its limit where it is the lower one, and what it says remained at `mark`. */
  correct(facts: LimitFacts, mark: Mark | undefined, outstanding: Outstanding, nowMs: number): void;
}

/** Less than this is the dust of floats. */
const dust = 1e-6;

/** @param ceiling what the caller allows in a minute; the provider's word can only lower it. */
export function bucket(limit: number, ceiling = Number.POSITIVE_INFINITY): Bucket {
  let capacity = Math.min(limit, ceiling);
  let perMs = capacity / 60_000;
  let level = capacity;
  // All corrections together: an old mark is compared as it would be under those that came since.
  let shifted = 0;
  let atMs: number | undefined;
  const refill = (nowMs: number) => {
    level = Math.min(capacity, level + perMs * Math.max(0, nowMs - (atMs ?? nowMs)));
    atMs = nowMs;
  };
  const shift = (by: number) => {
    level += by;
    shifted += by;
  };

  return {
    get capacity() {
      return capacity;
    },
    waitMs(amount, nowMs) {
      refill(nowMs);
      const missing = amount - level;
      return missing <= dust ? 0 : Math.max(1, Math.ceil(missing / perMs - dust));
    },
    take(amount, nowMs) {
      refill(nowMs);
      level -= amount;
      return { level, shifted };
    },
    giveBack(amount, nowMs) {
      refill(nowMs);
      level = Math.min(capacity, level + amount);
    },
    correct(facts, mark, { amount, isLatest }, nowMs) {
      refill(nowMs);
      capacity = Math.min(facts.limit, ceiling);
      perMs = Math.min(capacity, refilledInAMinute(facts)) / 60_000;
      if (facts.remaining !== undefined && mark !== undefined) {
        const surplus = facts.remaining - (mark.level + shifted - mark.shifted);
        // Remainders are whole numbers: one that is less than one lower contradicts nothing.
        if (surplus <= -1 || (surplus > 0 && isLatest && amount === 0)) shift(surplus);
      }
      // The provider has no debts: ours is at most what it has not answered yet.
      if (facts.remaining !== undefined && level < -amount) shift(-amount - level);
      level = Math.min(level, capacity);
    },
  };
}

/**
 * The names say "per minute", but some providers count by the day under them: the time until all is
 * back tells. A millisecond is left for its rounding.
 */
function refilledInAMinute({ limit, remaining, resetMs }: LimitFacts): number {
  if (remaining === undefined || remaining >= limit || resetMs === undefined || resetMs <= 1) {
    return limit;
  }
  return ((limit - remaining) / (resetMs - 1)) * 60_000;
}
