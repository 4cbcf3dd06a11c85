import { ChatError } from '@farebox/core';
import { flawOfKey } from '../endpoint/check-api-key.js';
import type { Io } from '../io/io.js';
import { stdinText } from '../prompt/stdin-text.js';

/**
 * A key from the terminal, where it is not shown, or from a pipe.
 *
 * @param place what it is for, to be asked with.
 * @throws {ChatError} `configuration` when none comes, or what comes cannot be one; `aborted` on Ctrl-C.
 */
export async function readKey(place: string, io: Io): Promise<string> {
  const key = await readText(place, io);
  const flaw = key === '' ? 'is empty' : flawOfKey(key);
  if (flaw === undefined) return key;
  throw new ChatError({
    kind: 'configuration',
    message: `The key ${key === '' ? flaw : `has ${flaw} in it`}; nothing was saved.`,
    fix: 'Copy the key again, without quotes, spaces and line ends.',
  });
}

async function readText(place: string, io: Io): Promise<string> {
  switch (io.stdin.kind) {
    case 'stream':
      return (await stdinText(io, { announce: true })).trim();
    case 'terminal':
      return (await io.readHidden(`Key for ${place} (it is not shown): `)).trim();
    default:
      throw new ChatError({
        kind: 'configuration',
        message: 'There is no terminal to ask at, and nothing is piped in.',
        fix: 'Pipe the key in, as in: farebox keys set < key.txt',
      });
  }
}
