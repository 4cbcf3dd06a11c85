import { ChatError } from '@farebox/core';

/** @throws {ChatError} `configuration` where the folder is gone, as after a switch of branches. */
export function workingFolder(): string {
  try {
    return process.cwd();
  } catch (cause) {
    throw new ChatError({
      kind: 'configuration',
      message: 'The folder in which farebox was called is gone.',
      fix: 'Go to one that is there: cd "$PWD", or cd ~.',
      cause,
    });
  }
}
