import { type AppearanceOptions, stylesOn } from '../terminal/appearance.js';
import { ControlFilter } from '../terminal/control-filter.js';
import { foldLine } from '../terminal/fold-line.js';
import { type Line, lineText, painted } from '../terminal/styled-line.js';
import { exitOfUnread } from './exit-of-unread.js';
import type { Io } from './io.js';
import { print } from './print.js';

/**
 * Prints a report: in colours where those are wanted, and on a terminal without parting a word; else exactly as it is.
 *
 * @throws {Error} when it could not be written; a reader that has gone is no error.
 */
export async function printLines(
  report: readonly Line[],
  options: AppearanceOptions,
  { stdout, environment }: Pick<Io, 'stdout' | 'environment'>,
): Promise<void> {
  // 0 is what some terminals say that do not know.
  const columns = stdout.isTerminal ? stdout.columns || 80 : Number.POSITIVE_INFINITY;
  const lines = report.flatMap((line) => foldLine(line, columns));
  if (!stylesOn(stdout, options, environment)) {
    return print(stdout, lines.map(lineText).join('\n'));
  }
  const filtered = lines.map((line) =>
    line.map((span) => ({ ...span, text: new ControlFilter().push(span.text) })),
  );
  await stdout.write(`${filtered.map((line) => painted(line, true)).join('\n')}\n`);
  if (stdout.broken.aborted) exitOfUnread(stdout.broken);
}
