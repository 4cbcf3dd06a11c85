import type { CheckResult } from './check.js';

/** What the reader sees of an exercise before anything has been checked. */
export interface Exercise {
  /** The function to write. */
  readonly name: string;
  readonly title: string;
  /** How many checks there are; what they are is told once they have run. */
  readonly checks: number;
  /** From a nudge to nearly the answer. */
  readonly hints: readonly string[];
  /** What the same function of the library does beyond the exercise; told once all checks have passed. */
  readonly afterwards: string;
}

/** What came of an exercise: one result for each check, in order. */
export type ExerciseResults = readonly CheckResult[];
