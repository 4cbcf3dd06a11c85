import { type FileHandle, open } from 'node:fs/promises';
import { ChatError } from '@farebox/core';
import { oneLine } from '../terminal/one-line.js';

/** A file that is written to from its beginning; what was there is gone. */
export interface FileOutput {
  /** @throws {ChatError} `configuration` when the system refuses. */
  write(text: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens a file for a report. One that is made belongs to this user alone, because of what reports tell.
 *
 * @throws {ChatError} `configuration` with the path and the system's reason.
 */
export async function fileOutput(path: string): Promise<FileOutput> {
  const file: FileHandle = await toldBy(path, open(path, 'w', 0o600));
  return {
    write: (text) => toldBy(path, file.writeFile(text)),
    close: () => toldBy(path, file.close()),
  };
}

async function toldBy<T>(path: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    throw new ChatError({
      kind: 'configuration',
      message: `The file ${oneLine(path)} cannot be written (${code}).`,
      fix: 'Check the path, who may write there, and that the disk has room.',
      cause: error,
    });
  }
}
