import type { Dice } from '../random/dice.js';

/** How fast a reply is written; without one, as fast as it is read. */
export interface Pace {
  /** From the request to the first event (or, for a JSON reply, added to the whole wait). */
  readonly firstTokenMs: number;
  readonly tokensPerSecond: number;
  /**
   * How uneven it is, from 0 to 1: the first wait, and each token's, is drawn between `1 - jitter`
   * and `1 + jitter` times its length. The mean stays, the seed decides. Default 0.
   */
  readonly jitter?: number;
}

/**
 * When a frame is due, in milliseconds after the start, by the number of tokens that precede it.
 *
 * Ask with counts that grow: what was drawn for a token is drawn once.
 */
export function timetable(pace: Pace, random: Dice): (tokens: number) => number {
  const { firstTokenMs, tokensPerSecond, jitter = 0 } = pace;
  if (jitter === 0) return (tokens) => firstTokenMs + (tokens * 1000) / tokensPerSecond;
  const uneven = (ms: number) => ms * (1 + jitter * (2 * random() - 1));
  const perTokenMs = 1000 / tokensPerSecond;
  let due = uneven(firstTokenMs);
  let drawn = 0;
  return (tokens) => {
    for (; drawn < tokens; drawn++) due += uneven(perTokenMs);
    return due;
  };
}

/** @throws {TypeError} when a number of the pace cannot be waited by. */
export function checkPace({ firstTokenMs, tokensPerSecond, jitter = 0 }: Pace): void {
  if (!(firstTokenMs >= 0 && firstTokenMs < Number.POSITIVE_INFINITY)) {
    throw new TypeError(`pace.firstTokenMs is ${firstTokenMs}; give 0 or more milliseconds.`);
  }
  if (!(tokensPerSecond > 0)) {
    throw new TypeError(`pace.tokensPerSecond is ${tokensPerSecond}; give more than 0.`);
  }
  if (!(jitter >= 0 && jitter <= 1)) {
    throw new TypeError(`pace.jitter is ${jitter}; give a number from 0 to 1.`);
  }
}
