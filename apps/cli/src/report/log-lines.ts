import { type Receipt, totalCost } from '@farebox/cost';
import { shownTime } from '../calendar/shown-time.js';
import { dim, plain, withPart } from '../terminal/line-styles.js';
import { oneLine } from '../terminal/one-line.js';
import type { Color, Line } from '../terminal/styled-line.js';
import { shownCost } from './shown-cost.js';
import { shownCount } from './shown-count.js';
import { fold, padEnd, table, widest } from './table.js';

/**
 * Receipts as lines for the eye, one each; without their tokens where the columns are too few for those, and
 * on two or more lines each where they are too few for the rest.
 */
export function logLines(receipts: readonly Receipt[], timeZone: string, columns: number): Line[] {
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
  for (const [head = '', ...lines] of [linesWith(3), linesWith(1)]) {
    if (lines.length !== receipts.length) continue;
    // The outcome comes after what may have any word in it.
    const before = names[0]?.lastIndexOf('outcome') ?? 0;
    return [
      dim(head),
      ...lines.map((line, index) => withOutcome(line, receipts[index]?.outcome, before)),
    ];
  }
  return receipts.flatMap((receipt) => {
    const { sequence, settledAt, outcome } = receipt;
    const model = `  ${oneLine(receipt.model)} · `;
    const lines = fold(`${model}${outcome} · ${costOf(receipt)}`, '    ', columns);
    return [
      dim(`${sequence}  ${shownTime(settledAt, timeZone)}`),
      ...lines.map((line, index) => withOutcome(line, outcome, index === 0 ? model.length : 0)),
    ];
  });
}

/** What did not end well is coloured: red where it failed, yellow where nobody saw its end. */
function withOutcome(line: string, outcome: Receipt['outcome'] | undefined, from: number): Line {
  if (outcome === undefined || outcome === 'completed') return plain(line);
  return withPart(line, outcome, { color: outcomeColor(outcome) }, from);
}

/** @param outcome but `completed`, which looks like all text. */
export function outcomeColor(outcome: Exclude<Receipt['outcome'], 'completed'>): Color {
  return outcome === 'aborted' || outcome === 'abandoned' || outcome === 'lost' ? 'yellow' : 'red';
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
