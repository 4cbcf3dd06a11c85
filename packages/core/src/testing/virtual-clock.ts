import type { Clock } from '../clock.js';

/** A clock that stands still until it is told to move. */
export interface VirtualClock extends Required<Clock> {
  /** Moves time forward, running what falls due in order, and lets promises settle after each task. */
  advance(ms: number): Promise<void>;
  /** How many tasks wait; 0 at the end of a test means that no timer was left behind. */
  readonly pending: number;
}

export interface VirtualClockOptions {
  /** The wall-clock time at the start, in milliseconds since 1970. Default 2026-01-01T00:00:00Z. */
  now?: number;
  /** Lets pending promises settle; a test on Node passes `setImmediate`. Default: 100 rounds of microtasks. */
  settle?: () => Promise<void>;
}

/**
 * A deterministic {@link Clock} for tests and simulations: nothing sleeps, nothing is flaky.
 *
 * @example
 * const clock = virtualClock();
 * clock.after(60_000, () => console.log('a minute has passed'));
 * await clock.advance(60_000);
 */
export function virtualClock(options: VirtualClockOptions = {}): VirtualClock {
  const { now: start = Date.UTC(2026, 0, 1), settle = settleMicrotasks } = options;
  const tasks = new Set<{ readonly dueMs: number; readonly run: () => void }>();
  const held = new Set<Promise<unknown>>();
  let elapsedMs = 0;

  const standStill = async () => {
    await settle();
    while (held.size > 0) {
      await Promise.allSettled(held);
      await settle();
    }
  };

  const earliest = () => {
    let first: { readonly dueMs: number; readonly run: () => void } | undefined;
    for (const task of tasks) if (first === undefined || task.dueMs < first.dueMs) first = task;
    return first;
  };

  return {
    now: () => start + elapsedMs,
    monotonicMs: () => elapsedMs,
    after(delayMs, run) {
      const task = { dueMs: elapsedMs + Math.max(0, delayMs), run };
      tasks.add(task);
      return () => tasks.delete(task);
    },
    hold(until) {
      held.add(until);
      const release = () => held.delete(until);
      until.then(release, release);
    },
    async advance(ms) {
      const until = elapsedMs + ms;
      await standStill();
      for (let task = earliest(); task !== undefined && task.dueMs <= until; task = earliest()) {
        elapsedMs = task.dueMs;
        tasks.delete(task);
        task.run();
        await standStill();
      }
      elapsedMs = until;
      await standStill();
    },
    get pending() {
      return tasks.size;
    },
  };
}

async function settleMicrotasks(): Promise<void> {
  for (let round = 0; round < 100; round++) await undefined;
}
