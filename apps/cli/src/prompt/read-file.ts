import { closeSync, constants, createReadStream, fstatSync, openSync } from 'node:fs';
import { Socket } from 'node:net';
import { resolve } from 'node:path';
import { ChatError } from '@farebox/core';
import type { Io } from '../io/io.js';
import { oneLine } from '../terminal/one-line.js';
import { type InputLimit, LimitedBytes, tooLarge } from './input-limits.js';
import { interruption } from './interruption.js';

/**
 * The bytes of a file, or of a pipe that has a path (`-f <(git diff)`).
 *
 * @throws {ChatError} `configuration` for what cannot be read, is a folder, or is larger than the limit;
 * `aborted` on Ctrl-C, for a pipe that nobody writes to.
 */
export async function readFile(path: string, limit: InputLimit, io: Io): Promise<Uint8Array> {
  const { interrupted } = io;
  const name = `The file ${oneLine(path)}`;
  const stopped = new Promise<never>((_, reject) => {
    const stop = () => reject(interruption('a file was read'));
    if (interrupted.aborted) stop();
    else interrupted.addEventListener('abort', stop, { once: true });
  });
  stopped.catch(() => {});
  try {
    const reading = bytesOf(resolve(io.workingFolder(), path), name, limit);
    return await Promise.race([reading, stopped]);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (error instanceof ChatError || code === undefined) throw error;
    throw unreadable(name, code);
  }
}

async function bytesOf(path: string, name: string, limit: InputLimit): Promise<Uint8Array> {
  // Without O_NONBLOCK, opening a pipe waits for somebody to write to it, and the process could not even exit.
  const descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  const facts = fstatSync(descriptor);
  const isLarge = facts.isFile() && facts.size > limit.bytes;
  if (facts.isDirectory() || isLarge) {
    closeSync(descriptor);
    throw isLarge ? tooLarge(name, limit, facts.size) : folder(name);
  }
  const stream = facts.isFIFO()
    ? new Socket({ fd: descriptor, readable: true, writable: false })
    : createReadStream('', { fd: descriptor });
  const bytes = new LimitedBytes(name, limit);
  // What leaves the loop closes the file.
  for await (const piece of stream) bytes.push(piece);
  return bytes.joined();
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'is not there',
  ENOTDIR: 'is not there',
  EACCES: 'may not be read by this user',
  EPERM: 'may not be read by this user',
};

function unreadable(name: string, code: string): ChatError {
  return new ChatError({
    kind: 'configuration',
    message: `${name} ${reasons[code] ?? 'cannot be read'} (${code}).`,
    fix: 'Check its path, which counts from the folder in which farebox runs.',
  });
}

function folder(name: string): ChatError {
  return new ChatError({
    kind: 'configuration',
    message: `${name} is a folder.`,
    fix: 'Name a file in it; -f and -a may be given several times.',
  });
}
