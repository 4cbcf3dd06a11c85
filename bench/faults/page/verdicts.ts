import { type FaultRow, faultTable } from '@farebox/simulator/fault-table';
import type { CaseResult } from '../case-result.ts';

/** The results of a run, by case and contender. */
export interface Verdicts {
  of(caseName: string, contender: string): CaseResult;
  /** A row is right if all of its cases are. */
  rowIsRight(row: FaultRow, contender: string): boolean;
}

/** @throws {Error} when a case is missing: a page must not leave one out silently. */
export function verdictsOf(results: readonly CaseResult[]): Verdicts {
  const found = new Map(results.map((result) => [`${result.contender}\n${result.case}`, result]));
  const of = (caseName: string, contender: string) => {
    const result = found.get(`${contender}\n${caseName}`);
    if (result === undefined) throw new Error(`${contender} was not run on ${caseName}.`);
    return result;
  };
  return {
    of,
    rowIsRight: (row, contender) => row.cases.every(({ name }) => of(name, contender).right),
  };
}

export const allCases = faultTable.flatMap((row) => row.cases);
