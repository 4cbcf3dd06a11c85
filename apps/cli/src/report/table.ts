/** The width that every terminal has. */
const terminalColumns = 80;

const gap = '  ';

/**
 * Rows as lines: the first column to the left, all others to the right, each as wide as its widest cell.
 *
 * A first cell that would push its row over 80 columns stands on a line of its own.
 */
export function table(rows: readonly (readonly string[])[]): string[] {
  const count = Math.max(...rows.map((row) => row.length));
  const numbers = Array.from({ length: count - 1 }, (_, index) =>
    Math.max(...rows.map((row) => row[index + 1]?.length ?? 0)),
  );
  const taken = numbers.reduce((sum, width) => sum + gap.length + width, 0);
  const names = rows.map(([name = '']) => name.length);
  const first = Math.max(...names.filter((width) => width + taken <= terminalColumns), 0);
  return rows.flatMap(([name = '', ...cells]) => {
    const rest = numbers.map((width, index) => gap + (cells[index] ?? '').padStart(width)).join('');
    if (cells.every((cell) => cell === '')) return [name];
    return name.length <= first
      ? [(name.padEnd(first) + rest).trimEnd()]
      : [name, (''.padEnd(first) + rest).trimEnd()];
  });
}

/** A sentence on as many lines as 80 columns need, the later ones indented; a longer word stays whole. */
export function fold(text: string, indent = '  '): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= terminalColumns) {
      lines[lines.length - 1] = `${line} ${word}`;
    } else lines.push(line === undefined ? word : indent + word);
  }
  return lines;
}
