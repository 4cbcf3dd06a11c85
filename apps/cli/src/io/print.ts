import { ControlFilter } from '../terminal/control-filter.js';
import { exitOfUnread } from './exit-of-unread.js';
import type { Output } from './io.js';

/**
 * Prints the whole of a report, and a line end.
 *
 * @throws {Error} when it could not be written; a reader that has gone is no error.
 */
export async function print(output: Output, text: string): Promise<void> {
  await printExactly(output, `${text}\n`);
}

/**
 * Prints a text as it is; on a terminal without whatever could command that.
 *
 * @throws {Error} when it could not be written; a reader that has gone is no error.
 */
export async function printExactly(output: Output, text: string): Promise<void> {
  await output.write(output.isTerminal ? new ControlFilter().push(text) : text);
  if (output.broken.aborted) exitOfUnread(output.broken);
}
