import type { Io } from '../io/io.js';
import { decodeText } from './decode-text.js';
import { textLimit } from './input-limits.js';
import { readStdin } from './read-stdin.js';

/**
 * Standard input to its end, as text.
 *
 * @throws {ChatError} `configuration` for more than 8 MiB, and for what is no text; `aborted` on Ctrl-C.
 */
export async function stdinText(io: Io, wait: { readonly announce: boolean }): Promise<string> {
  return decodeText(await readStdin(io, textLimit, wait), 'Standard input');
}
