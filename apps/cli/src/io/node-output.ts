import type { Writable } from 'node:stream';
import type { Output } from './io.js';

/** A standard stream of this process. A reader that has gone aborts `broken` instead of throwing. */
export function nodeOutput(
  stream: Writable & {
    readonly isTTY?: boolean;
    readonly columns?: number;
    readonly rows?: number;
  },
): Output {
  const broken = new AbortController();
  stream.on('error', (error) => broken.abort(error));
  return {
    isTerminal: stream.isTTY === true,
    get columns() {
      return stream.columns;
    },
    get rows() {
      return stream.rows;
    },
    broken: broken.signal,
    write: (text) =>
      new Promise((resolve) => {
        if (broken.signal.aborted) resolve();
        else stream.write(text, () => resolve());
      }),
  };
}
