import type { Leak } from './canaries.ts';

/** What one client made of one case, as the page has it. */
export interface CaseResult {
  readonly contender: string;
  readonly case: string;
  /** What came of it, in a few fixed words. */
  readonly outcome: string;
  readonly right: boolean;
  /** Why it is not right; empty if it is. */
  readonly why: readonly string[];
  /** Requests that were sent. */
  readonly requests: number;
  readonly elapsedMs: number;
  readonly leaks: readonly Leak[];
}
