import { displayWidth } from '../terminal/display-width.js';
import { dim, plain } from '../terminal/line-styles.js';
import type { Line } from '../terminal/styled-line.js';

/** The width that every terminal has. */
const terminalColumns = 80;

const gap = '  ';

/**
 * Rows as lines: the first column to the left, all others to the right, each as wide as its widest cell.
 *
 * A first cell that would push its row over the columns there are stands on a line of its own.
 */
export function table(rows: readonly (readonly string[])[], columns?: number): string[] {
  return tableRows(rows, columns).flat();
}

/** The same, with the first row in the background: the names of the columns. */
export function headedTable(rows: readonly (readonly string[])[], columns?: number): Line[] {
  return tableRows(rows, columns).flatMap((lines, row) => lines.map(row === 0 ? dim : plain));
}

/** The same, with the one or two lines of each row together; the last one has the numbers. */
export function tableRows(
  rows: readonly (readonly string[])[],
  columns = terminalColumns,
): string[][] {
  const count = rows.reduce((most, row) => Math.max(most, row.length), 1);
  const numbers = Array.from({ length: count - 1 }, (_, index) =>
    widest(rows.map((row) => row[index + 1] ?? '')),
  );
  const taken = numbers.reduce((sum, width) => sum + gap.length + width, 0);
  const names = rows.map(([name = '']) => name);
  const first = widest(names.filter((name) => displayWidth(name) + taken <= columns));
  return rows.map(([name = '', ...cells]) => {
    const rest = numbers.map((width, index) => gap + padStart(cells[index] ?? '', width)).join('');
    if (cells.every((cell) => cell === '')) return [name];
    return displayWidth(name) <= first
      ? [(padEnd(name, first) + rest).trimEnd()]
      : [name, (''.padEnd(first) + rest).trimEnd()];
  });
}

/** How wide the widest of these is. */
export function widest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, displayWidth(text)), 0);
}

/** As `padEnd` of strings, by what a terminal shows. */
export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - displayWidth(text))) + text;
}

/** A sentence on as many lines as the columns need, the later ones indented; a longer word stays whole. */
export function fold(text: string, indent = '  ', columns = terminalColumns): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && displayWidth(`${line} ${word}`) <= columns) {
      lines[lines.length - 1] = `${line} ${word}`;
    } else lines.push(line === undefined ? word : indent + word);
  }
  return lines;
}
