/**
 * Time as an argument: the whole stack runs on one of these, real or virtual.
 *
 * `now` may jump (it is the wall clock); everything that waits or measures uses `monotonicMs`.
 */
export interface Clock {
  /** Wall-clock time in milliseconds since 1970, for receipts and dates only. */
  now(): number;
  /** Milliseconds that never go backwards, from an arbitrary origin. */
  monotonicMs(): number;
  /** Runs `task` once after `delayMs`; the returned function cancels it and may be called at any time. */
  after(delayMs: number, task: () => void): () => void;
  /** For a clock that is moved by hand: it stands still until this has settled, such as the loading of a file. */
  hold?(until: Promise<unknown>): void;
}
