import type { Clock } from '@farebox/core';

/** Timers cannot wait longer than this; a longer one would fire at once. */
const longestDelayMs = 2_147_483_647;

/** The machine's own clock, the default wherever a context brings none. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonicMs: () => performance.now(),
  after(delayMs, task) {
    const timer = setTimeout(task, Math.min(delayMs, longestDelayMs));
    return () => clearTimeout(timer);
  },
};
