import type { Tokens } from 'marked';
import { mostWidth } from '../display-width.js';
import { type Line, lineText, span } from '../styled-line.js';
import { wrapLine } from '../wrap-line.js';
import { inlineSpans } from './inline.js';
import { looks } from './looks.js';

/** Narrower columns cannot be read. */
const leastColumn = 4;

/**
 * A table in columns, as wide as their widest cells; where that is more than the screen has, cells are
 * wrapped, the widest columns first. With too many columns for the screen each row is a list of its cells.
 */
export function tableLines(table: Tokens.Table, width: number, styled: boolean): readonly Line[] {
  const head = table.header.map(({ tokens }) => inlineSpans(tokens, styled, looks.strong));
  const rows = table.rows.map((row) => row.map(({ tokens }) => inlineSpans(tokens, styled)));
  const natural = head.map((cell, column) =>
    Math.max(1, ...[cell, ...rows.map((row) => row[column] ?? [])].map(widestLine)),
  );
  const widths = fittedWidths(natural, width - 3 * (head.length - 1));
  if (widths === undefined)
    return rows.length === 0 ? listed(head, [head], width) : listed(head, rows, width);
  const rule = span(widths.map((wide) => '─'.repeat(wide)).join('─┼─'), looks.frame);
  const inColumns = (row: readonly Line[]) => rowLines(row, widths, table.align);
  return [...inColumns(head), [rule], ...rows.flatMap(inColumns)];
}

function widestLine(cell: Line): number {
  return Math.max(...lineText(cell).split('\n').map(mostWidth));
}

function fittedWidths(natural: readonly number[], room: number): readonly number[] | undefined {
  if (natural.reduce((sum, wide) => sum + Math.min(wide, leastColumn), 0) > room) return undefined;
  const widths = [...natural];
  let over = widths.reduce((sum, wide) => sum + wide, 0) - room;
  while (over > 0) {
    const widest = Math.max(...widths);
    const next = Math.max(leastColumn, ...widths.filter((wide) => wide < widest));
    const wide = widths.flatMap((each, column) => (each === widest ? [column] : []));
    const step = Math.max(1, Math.min(widest - next, Math.floor(over / wide.length)));
    for (const column of wide) {
      if (over <= 0) break;
      widths[column] = widest - step;
      over -= step;
    }
  }
  return widths;
}

function rowLines(
  row: readonly Line[],
  widths: readonly number[],
  align: Tokens.Table['align'],
): readonly Line[] {
  const cells = widths.map((wide, column) => wrapLine(row[column] ?? [], wide));
  const height = Math.max(...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, index) =>
    cells.flatMap((lines, column) => {
      const line = lines[index] ?? [];
      const blank = (widths[column] ?? 0) - mostWidth(lineText(line));
      const isLast = column === widths.length - 1;
      const before = blankBefore(blank, align[column] ?? null);
      const after = isLast ? 0 : blank - before;
      const bar = isLast ? [] : [span(' │ ', looks.frame)];
      return [
        span(' '.repeat(Math.max(0, before))),
        ...line,
        span(' '.repeat(Math.max(0, after))),
        ...bar,
      ];
    }),
  );
}

function blankBefore(blank: number, align: Tokens.Table['align'][number]): number {
  if (align === 'right') return blank;
  return align === 'center' ? Math.floor(blank / 2) : 0;
}

/** Each cell on a line of its own, behind the name of its column. */
function listed(
  head: readonly Line[],
  rows: readonly (readonly Line[])[],
  width: number,
): readonly Line[] {
  return rows.flatMap((row, index) => [
    ...(index > 0 ? [[]] : []),
    ...head.flatMap((name, column) =>
      wrapLine(row === head ? name : [...name, span(': '), ...(row[column] ?? [])], width),
    ),
  ]);
}
