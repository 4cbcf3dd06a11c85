import { ChatError, platformCode } from '@farebox/core';
import { oneLine } from '../terminal/one-line.js';

/**
 * What work on a file of the user's, or a folder, gives.
 *
 * @param what the beginning of a sentence, such as `The saved key`.
 * @throws {ChatError} `configuration` with the path and the system's reason; what is no error of the system stays as it is.
 */
export function withFile<Result>(what: string, path: string, work: () => Result): Result {
  try {
    return work();
  } catch (cause) {
    const code = platformCode(cause);
    if (cause instanceof ChatError || code === undefined) throw cause;
    throw new ChatError({
      kind: 'configuration',
      message: `${what} ${oneLine(path)} could not be read or written (${code}).`,
      fix: 'Check the path, the disk and who may write there; FAREBOX_HOME names another folder.',
      cause,
    });
  }
}

/** The same for what need not exist: undefined where it does not. Not for writing, which must not come to nothing. */
export function ifThere<Result>(
  what: string,
  path: string,
  work: () => Result,
): Result | undefined {
  return withFile(what, path, () => {
    try {
      return work();
    } catch (error) {
      if (platformCode(error) === 'ENOENT') return undefined;
      throw error;
    }
  });
}
