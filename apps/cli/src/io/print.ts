import { exitOfUnread } from './exit-of-unread.js';
import type { Output } from './io.js';

/**
 * Prints the whole of a report, and a line end.
 *
 * @throws {Error} when it could not be written; a reader that has gone is no error.
 */
export async function print(output: Output, text: string): Promise<void> {
  await output.write(`${text}\n`);
  if (output.broken.aborted) exitOfUnread(output.broken);
}
