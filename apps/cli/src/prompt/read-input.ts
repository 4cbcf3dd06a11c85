import { ChatError } from '@farebox/core';
import type { Io } from '../io/io.js';
import { oneLine } from '../terminal/one-line.js';
import type { InputLimit } from './input-limits.js';
import { readFile } from './read-file.js';
import { readStdin } from './read-stdin.js';
import { readUrl, shownUrl } from './read-url.js';

/** What an option named, read. */
export interface InputBytes {
  /** What it is called in a prompt. */
  readonly name: string;
  /** What it is called at the beginning of a message. */
  readonly subject: string;
  readonly bytes: Uint8Array;
  /** What a server says of its text. */
  readonly encoding?: string | undefined;
}

/**
 * Reads what `-f` or `-a` names: a file, an http or https address, or `-` for standard input.
 *
 * @throws {ChatError} `configuration` for an address of another kind; else see `readFile`, `readUrl` and `readStdin`.
 */
export async function readInput(source: string, limit: InputLimit, io: Io): Promise<InputBytes> {
  if (source === '-') {
    const bytes = await readStdin(io, limit, { announce: true });
    return { name: 'standard input', subject: 'Standard input', bytes };
  }
  if (/^https?:\/\//i.test(source)) {
    const name = shownUrl(source);
    return { name, subject: `The address ${name}`, ...(await readUrl(source, limit, io)) };
  }
  const [, scheme] = /^([a-z][a-z\d+.-]{1,20}):\/\//i.exec(source) ?? [];
  if (scheme !== undefined) throw otherScheme(scheme);
  const name = oneLine(source);
  return { name, subject: `The file ${name}`, bytes: await readFile(source, limit, io) };
}

function otherScheme(scheme: string): ChatError {
  return new ChatError({
    kind: 'configuration',
    message: `An address that begins with ${scheme}:// cannot be read: only http:// and https:// can.`,
    fix:
      scheme.toLowerCase() === 'file'
        ? 'Give the path alone, as in -f /etc/hosts.'
        : 'Get it with another program and pipe it in: … | farebox -f - "…"',
  });
}
