import { type FileHandle, open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ChatError } from '@farebox/core';
import { oneLine } from '../terminal/one-line.js';
import { OutputError } from './output-error.js';

/** A file that is written to from its beginning; what was there is gone. */
export interface FileOutput {
  /** @throws {OutputError} when the system refuses, because a disk is full. */
  write(text: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens a file for a report. One that is made belongs to this user alone, because of what reports tell.
 *
 * @param workingFolder what a path that is not absolute counts from.
 * @throws {ChatError} `configuration` with the path and the system's reason.
 */
export async function fileOutput(path: string, workingFolder: string): Promise<FileOutput> {
  const name = oneLine(path);
  const file = await openForWriting(resolve(workingFolder, path), name);
  return {
    async write(text) {
      try {
        await file.writeFile(text);
      } catch (error) {
        throw new OutputError(
          `The file ${name} could not be written to its end (${codeOf(error)}).`,
        );
      }
    },
    close: () => file.close(),
  };
}

async function openForWriting(path: string, name: string): Promise<FileHandle> {
  try {
    return await open(path, 'w', 0o600);
  } catch (error) {
    throw new ChatError({
      kind: 'configuration',
      message: `The file ${name} cannot be written (${codeOf(error)}).`,
      fix: 'Check that its folder is there, and that you may write there.',
      cause: error,
    });
  }
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? 'unknown';
}
