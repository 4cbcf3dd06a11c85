import type { CellState } from '../cell/output.js';
import type { CheckResult } from './check.js';
import { readResults } from './read-results.js';

/** How far a reader has come with an exercise. */
export interface Outcome {
  /** `broken`: the code did not get as far as the checks. */
  readonly phase: 'unchecked' | 'checking' | 'passed' | 'failed' | 'broken';
  /** In words, for the eye and for who listens. */
  readonly sentence: string;
  /** In order; none before the checks have run. */
  readonly results: readonly CheckResult[];
}

/** What a cell with checks behind it came to. */
export function outcomeOf(cell: CellState, checks: number): Outcome {
  const none = { results: [] } as const;
  switch (cell.phase) {
    case 'idle':
      return { ...none, phase: 'unchecked', sentence: `${checks} checks, not run yet` };
    case 'running':
      return { ...none, phase: 'checking', sentence: 'Checking' };
    case 'failed':
      return { ...none, phase: 'broken', sentence: 'The code does not run yet' };
    case 'stopped':
      return { ...none, phase: 'broken', sentence: 'The code was stopped' };
    case 'done': {
      const results = readResults(cell.result, checks);
      if (results === undefined) {
        return { ...none, phase: 'broken', sentence: 'The checks had no result' };
      }
      const passed = results.filter(({ problem }) => problem === undefined).length;
      if (passed < checks) {
        return { phase: 'failed', sentence: `${passed} of ${checks} checks pass`, results };
      }
      return { phase: 'passed', sentence: `All ${checks} checks pass`, results };
    }
  }
}
