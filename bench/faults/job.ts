import type { CaseResult } from './case-result.ts';

/** What a process of its own is to run. */
export interface Job {
  readonly contender: string;
  /** By name. */
  readonly cases: readonly string[];
  readonly atOnce: number;
}

/** What it says meanwhile. */
export type Report =
  | { readonly result: CaseResult }
  /** A rejection that nobody handled. */
  | { readonly unhandled: string };
