import { ChatError } from '../errors/chat-error.js';

/**
 * How long to wait after a failed attempt, in milliseconds.
 *
 * A value, not a mechanism: nothing here sleeps. `attempt` counts from 1; `random` gives numbers in
 * [0, 1).
 */
export type Backoff = (attempt: number, random: () => number) => number;

export interface ExponentialOptions {
  /** The wait after the first attempt, in milliseconds. */
  firstMs: number;
  /** What each further wait is multiplied by. Default 2. */
  factor?: number;
  /** No wait is longer than this, in milliseconds. Default: no limit. */
  capMs?: number;
}

/**
 * Waits that grow by a factor with every attempt, up to a cap.
 *
 * Without {@link fullJitter} around it, all clients that failed together come back together.
 *
 * @throws {ChatError} `configuration` for a negative wait, a factor below 1, or a cap below the first wait.
 * @example
 * const backoff = exponential({ firstMs: 250, capMs: 20_000 });
 * [1, 2, 3].map((attempt) => backoff(attempt, Math.random)); // => [250, 500, 1000]
 */
export function exponential(options: ExponentialOptions): Backoff {
  const { firstMs, factor = 2, capMs = Number.POSITIVE_INFINITY } = options;
  if (!(Number.isFinite(firstMs) && firstMs >= 0)) {
    throw wrongOption(`firstMs must be 0 or more milliseconds, and is ${firstMs}.`);
  }
  if (!(Number.isFinite(factor) && factor >= 1)) {
    throw wrongOption(`factor must be 1 or more, and is ${factor}.`);
  }
  if (!(capMs >= firstMs)) {
    throw wrongOption(`capMs must be at least firstMs (${firstMs}), and is ${capMs}.`);
  }
  // The power grows to infinity, and nothing times infinity is not a number.
  if (firstMs === 0) return () => 0;
  return (attempt) => Math.min(capMs, firstMs * factor ** (attempt - 1));
}

function wrongOption(message: string): ChatError {
  return new ChatError({ kind: 'configuration', message });
}
