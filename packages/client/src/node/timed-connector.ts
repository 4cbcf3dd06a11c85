import { Socket } from 'node:net';
import type { buildConnector } from 'undici';

/**
 * A connector that gives up after `connectMs`, to the millisecond: undici's own timer looks only every
 * half second, which is too late where another clock is short.
 */
export function timedConnector(
  connect: buildConnector.connector,
  connectMs: number,
): buildConnector.connector {
  if (connectMs === Number.POSITIVE_INFINITY) return connect;
  return (options, callback) => {
    let isOver = false;
    const timer = setTimeout(() => {
      isOver = true;
      if (socket instanceof Socket) socket.destroy();
      callback(timedOut(connectMs), null);
    }, connectMs);
    // It returns the socket, though its type does not say so.
    const socket: unknown = connect(options, (...result) => {
      clearTimeout(timer);
      if (isOver) result[1]?.destroy();
      else callback(...result);
    });
  };
}

function timedOut(connectMs: number): NodeJS.ErrnoException {
  const error = new Error(`No connection within ${connectMs} ms.`);
  return Object.assign(error, { name: 'ConnectTimeoutError', code: 'UND_ERR_CONNECT_TIMEOUT' });
}
