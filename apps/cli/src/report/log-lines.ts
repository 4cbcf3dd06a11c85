import { type Receipt, totalCost } from '@farebox/cost';
import { shownTime } from '../calendar/shown-time.js';
import { oneLine } from '../terminal/one-line.js';
import { shownCost } from './shown-cost.js';
import { shownCount } from './shown-count.js';
import { fold, padEnd, table, widest } from './table.js';

/**
 * Receipts as lines for the eye, one each; without their tokens where the columns are too few for those, and
 * on two or more lines each where they are too few for the rest.
 */
export function logLines(
  receipts: readonly Receipt[],
  timeZone: string,
  columns: number,
): string[] {
  const named = receipts.map(({ sequence, settledAt, model, outcome }) => [
    String(sequence),
    shownTime(settledAt, timeZone),
    oneLine(model),
    outcome,
  ]);
  const names = leftAligned([['no.', 'ended', 'model', 'outcome'], ...named]);
  const numbers = [['cost', 'input', 'output'], ...receipts.map(numbersOf)];
  const linesWith = (count: number) =>
    table(
      numbers.map((cells, index) => [names[index] ?? '', ...cells.slice(0, count)]),
      columns,
    );
  for (const lines of [linesWith(3), linesWith(1)]) {
    if (lines.length === numbers.length) return lines;
  }
  return receipts.flatMap((receipt) => [
    `${receipt.sequence}  ${shownTime(receipt.settledAt, timeZone)}`,
    ...fold(
      `  ${oneLine(receipt.model)} · ${receipt.outcome} · ${costOf(receipt)}`,
      '    ',
      columns,
    ),
  ]);
}

function costOf(receipt: Receipt): string {
  return shownCost(totalCost([receipt]));
}

function numbersOf(receipt: Receipt): string[] {
  const { prompt_tokens, completion_tokens } = receipt.usage ?? {};
  const tokens = [prompt_tokens, completion_tokens].map((count) =>
    // A provider may have reported anything.
    typeof count === 'number' ? shownCount(count) : '',
  );
  return [costOf(receipt), ...tokens];
}

function leftAligned(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, index) => widest(rows.map((row) => row[index] ?? '')));
  return rows.map((row) => row.map((cell, index) => padEnd(cell, widths[index] ?? 0)).join('  '));
}
