import { once } from 'node:events';
import type { ServerResponse } from 'node:http';

/**
 * Writes a response no faster than the client reads it, until `left` aborts.
 *
 * A body that breaks resets the socket, as a provider whose process died would.
 */
export async function writeResponse(
  response: Response,
  outgoing: ServerResponse,
  left: AbortSignal,
): Promise<void> {
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  outgoing.flushHeaders();
  const reader = response.body?.getReader();
  try {
    for (let read = await reader?.read(); read?.done === false; read = await reader?.read()) {
      if (!outgoing.write(read.value)) await once(outgoing, 'drain', { signal: left });
    }
    outgoing.end();
  } catch {
    outgoing.socket?.resetAndDestroy();
  }
}
