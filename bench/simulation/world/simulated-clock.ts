import type { Clock } from '@farebox/core';
import type { Dice } from '../scenario/dice.ts';

/** Who set a timer: Farebox, the provider, the store behind a ledger, or the callers. */
export type TimerOwner = 'farebox' | 'provider' | 'store' | 'caller';

/** Time that moves from event to event, jumps and sleeps as it is told to. */
export interface SimulatedClock {
  /** The clock as one of them sees it. */
  of(owner: TimerOwner): Clock;
  readonly monotonicMs: number;
  /** How many of its timers wait. */
  pending(owner: TimerOwner): number;
  /** Runs the earliest timer; false if there is none. */
  runNext(): boolean;
  /** The wall clock is set forward or back; nothing else moves. */
  jump(ms: number): void;
  /** The machine sleeps: both clocks move, and what fell due in between is late. */
  suspend(ms: number): void;
  /** Grows with each timer that is set, cancelled or run. */
  readonly changes: number;
}

interface Timer {
  readonly dueMs: number;
  readonly owner: TimerOwner;
  readonly task: () => void;
}

/** @param dice decides which of several timers for one instant is first: no code may depend on it. */
export function simulatedClock(dice: Dice): SimulatedClock {
  const timers = new Set<Timer>();
  let elapsedMs = dice.milliseconds(0, 1000);
  let wallAheadMs = Date.UTC(2026, 10, 1) - elapsedMs;
  let changes = 0;

  const earliest = (): Timer | undefined => {
    let first: Timer | undefined;
    let ties = 1;
    for (const timer of timers) {
      if (first === undefined || timer.dueMs < first.dueMs) {
        first = timer;
        ties = 1;
      } else if (timer.dueMs === first.dueMs) {
        ties += 1;
        if (dice.chance(1 / ties)) first = timer;
      }
    }
    return first;
  };

  return {
    of: (owner) => ({
      now: () => Math.floor(elapsedMs + wallAheadMs),
      monotonicMs: () => elapsedMs,
      after(delayMs, task) {
        const timer = { dueMs: elapsedMs + Math.max(0, delayMs), owner, task };
        timers.add(timer);
        changes += 1;
        return () => {
          if (timers.delete(timer)) changes += 1;
        };
      },
    }),
    get monotonicMs() {
      return elapsedMs;
    },
    pending: (owner) => [...timers].filter((timer) => timer.owner === owner).length,
    runNext() {
      const timer = earliest();
      if (timer === undefined) return false;
      timers.delete(timer);
      changes += 1;
      // What is late runs now: time never goes back.
      elapsedMs = Math.max(elapsedMs, timer.dueMs);
      timer.task();
      return true;
    },
    jump(ms) {
      wallAheadMs += ms;
    },
    suspend(ms) {
      elapsedMs += ms;
    },
    get changes() {
      return changes;
    },
  };
}
