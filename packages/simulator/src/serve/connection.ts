import type { ServerResponse } from 'node:http';
import { type Patience, untilLeft, untilRead, untilTaken } from './until-taken.js';

/** The socket under a response, for bytes that HTTP does not allow. All of it rejects once the client has left. */
export interface Connection {
  /** Writes at once, and resolves when the client can be sent more. */
  write(bytes: string | Uint8Array): Promise<void>;
  /** Resolves when the client has had time to read. */
  untilRead(): Promise<void>;
  /** Resolves when the client has had time to leave, and has not. */
  untilLeft(): Promise<void>;
  /** Closes after all that was written (FIN). */
  close(): Promise<void>;
  /** Closes at once (RST). */
  reset(): void;
}

/**
 * Takes the connection of a response that is not written otherwise.
 *
 * It stays the server's own, which ends it with all others, and tells `left` of its end.
 */
export function connectionOf({ socket }: ServerResponse, patience: Patience): Connection {
  patience.left.throwIfAborted();
  if (socket === null) throw new Error('The connection has been closed.');
  socket.setNoDelay(true);
  return {
    async write(bytes) {
      patience.left.throwIfAborted();
      if (!socket.write(bytes)) await untilTaken(socket, 'drain', patience);
    },
    untilRead: () => untilRead(patience),
    untilLeft: () => untilLeft(patience),
    async close() {
      const finished = untilTaken(socket, 'finish', patience);
      socket.end();
      await finished;
      socket.destroy();
    },
    reset: () => void socket.resetAndDestroy(),
  };
}
