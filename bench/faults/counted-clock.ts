import type { Clock } from '@farebox/core';

/** A clock that knows how many of its tasks still wait: 0 after a call means that no timer is left. */
export interface CountedClock extends Clock {
  readonly pending: number;
  /** Moves the wall clock, and nothing else. */
  jump(ms: number): void;
}

export function countedClock(clock: Clock): CountedClock {
  let pending = 0;
  let jumpedMs = 0;
  return {
    now: () => clock.now() + jumpedMs,
    monotonicMs: () => clock.monotonicMs(),
    after(delayMs, task) {
      pending += 1;
      let waits = true;
      const over = () => {
        if (waits) pending -= 1;
        waits = false;
      };
      const cancel = clock.after(delayMs, () => {
        over();
        task();
      });
      return () => {
        over();
        cancel();
      };
    },
    get pending() {
      return pending;
    },
    jump(ms) {
      jumpedMs += ms;
    },
  };
}
