import type { ServerResponse } from 'node:http';
import { type Patience, untilRead, untilTaken } from './until-taken.js';

/**
 * Writes a response no faster than the client reads it, until it leaves.
 *
 * A body that breaks resets the socket, as a provider whose process died would; so does a client
 * that reads nothing although there is something to read.
 */
export async function writeResponse(
  response: Response,
  outgoing: ServerResponse,
  patience: Patience,
): Promise<void> {
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  outgoing.flushHeaders();
  const reader = response.body?.getReader();
  try {
    for (let read = await reader?.read(); read?.done === false; read = await reader?.read()) {
      if (!outgoing.write(read.value)) await untilTaken(outgoing, 'drain', patience);
    }
    const finished = untilTaken(outgoing, 'finish', patience);
    outgoing.end();
    await finished;
  } catch {
    reader?.cancel().catch(() => {});
    await untilRead(patience).catch(() => {});
    outgoing.socket?.resetAndDestroy();
  }
}
