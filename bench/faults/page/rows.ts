import { type FaultRow, faultTable } from '@farebox/simulator/fault-table';
import { markdownTable } from './markdown.ts';
import type { Verdicts } from './verdicts.ts';

/** The eighty faults, one line each: who is right about all of its cases, and who is not. */
export function rowsTable(verdicts: Verdicts, names: readonly string[]): string {
  const rows = faultTable.map((row) => [
    String(row.number),
    row.title,
    ...names.map((name) => cell(row, name, verdicts)),
  ]);
  return markdownTable(['#', 'Fault', ...names], rows);
}

function cell(row: FaultRow, name: string, verdicts: Verdicts): string {
  const { cases } = row;
  const wrong = cases.filter((each) => !verdicts.of(each.name, name).right).length;
  if (wrong === 0) return '✓';
  return cases.length === 1 ? '✗' : `✗ ${wrong} of ${cases.length}`;
}
