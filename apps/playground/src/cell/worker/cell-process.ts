import type { CellMessage } from '../protocol.js';

/** What a cell has of Node's `process`: output without an end of line, and an environment with nothing in it. */
export function cellProcess(send: (message: CellMessage) => void) {
  return {
    env: {},
    stdout: {
      write(text: unknown): true {
        send({ type: 'line', level: 'log', text: String(text), open: true });
        return true;
      },
    },
  };
}
