import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { ChatError } from '@farebox/core';

/** A .env with two names in it is a hundred bytes; this leaves room for a whole project's. */
const maxBytes = 65_536;

/**
 * The text of a `.env` file, or undefined if there is none.
 *
 * Only a regular file counts: a folder (Python's virtual environments are often called `.env`), a
 * pipe or a device is left alone, and cannot make the command wait.
 *
 * @throws {ChatError} `configuration` when it is there but cannot be read, or is larger than 64 KiB.
 */
export function readDotEnv(path: string): string | undefined {
  let file: number;
  try {
    // Without O_NONBLOCK, opening a named pipe waits for somebody to write to it.
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EACCES' || code === 'EPERM') throw unreadable(`cannot be read (${code})`);
    return undefined;
  }
  try {
    const facts = fstatSync(file);
    if (!facts.isFile()) return undefined;
    if (facts.size > maxBytes) {
      throw unreadable(`has ${facts.size} bytes, and ${maxBytes} is the most that is read`);
    }
    const bytes = Buffer.alloc(maxBytes);
    return bytes.toString('utf8', 0, readSync(file, bytes, 0, maxBytes, 0));
  } finally {
    closeSync(file);
  }
}

function unreadable(what: string): ChatError {
  return new ChatError({
    kind: 'configuration',
    message: `The .env file in this folder ${what}.`,
    fix: 'Mend or move the file, or run the command in another folder with OPENAI_API_KEY set.',
  });
}
