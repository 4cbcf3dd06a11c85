import { abortError } from '@farebox/core';

/**
 * What `start` promises, or a rejection as soon as the signal is aborted, whatever `start` does.
 *
 * @param late is handed a result that comes after the abort, to be let go of.
 * @throws {ChatError} what the signal was aborted with; nothing is started if it already is.
 */
export function orAbort<T>(
  signal: AbortSignal,
  start: () => Promise<T>,
  late: (value: T) => void,
): Promise<T> {
  if (signal.aborted) return Promise.reject(abortError(signal));
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(abortError(signal));
    signal.addEventListener('abort', onAbort, { once: true });
    start().then(
      (value) => {
        signal.removeEventListener('abort', onAbort);
        if (signal.aborted) late(value);
        resolve(value);
      },
      (error) => {
        signal.removeEventListener('abort', onAbort);
        reject(error);
      },
    );
  });
}
