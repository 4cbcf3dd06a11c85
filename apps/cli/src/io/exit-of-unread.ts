import { OutputError } from './output-error.js';

/**
 * The exit code when standard output was not read to its end: a pipe whose reader has seen enough is
 * fine, a full disk is not.
 *
 * @throws {OutputError} for everything but a reader that has gone.
 */
export function exitOfUnread(broken: AbortSignal): 0 {
  const { code } = broken.reason as NodeJS.ErrnoException;
  if (code === 'EPIPE') return 0;
  throw new OutputError(`The answer could not be written to standard output (${code}).`);
}
