import type { Clock } from '@farebox/core';

/** Longer than any wait of the simulator that the clocks of a run are to see. */
const longMs = 5_000;
const haste = 20;

/** The same clock, with long waits at a twentieth: a connection that never comes about takes ten seconds. */
export function hurriedClock(clock: Clock): Clock {
  return {
    now: () => clock.now(),
    monotonicMs: () => clock.monotonicMs(),
    after: (ms, task) => clock.after(ms < longMs ? ms : ms / haste, task),
  };
}
