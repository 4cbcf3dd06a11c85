/** How fast a reply is written; without one, as fast as it is read. */
export interface Pace {
  /** From the request to the first event (or, for a JSON reply, added to the whole wait). */
  readonly firstTokenMs: number;
  readonly tokensPerSecond: number;
}

/** When, in milliseconds after the start, a frame is due that `tokens` tokens precede. */
export function dueMs(pace: Pace, tokens: number): number {
  return pace.firstTokenMs + (tokens * 1000) / pace.tokensPerSecond;
}

/** @throws {TypeError} when a number of the pace cannot be waited by. */
export function checkPace(pace: Pace): void {
  if (!(pace.firstTokenMs >= 0 && pace.firstTokenMs < Number.POSITIVE_INFINITY)) {
    throw new TypeError(`pace.firstTokenMs is ${pace.firstTokenMs}; give 0 or more milliseconds.`);
  }
  if (!(pace.tokensPerSecond > 0)) {
    throw new TypeError(`pace.tokensPerSecond is ${pace.tokensPerSecond}; give more than 0.`);
  }
}
