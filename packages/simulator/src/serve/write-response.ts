import { once } from 'node:events';
import type { ServerResponse } from 'node:http';

/**
 * Writes a response no faster than the client reads it, until `left` aborts.
 *
 * A body that breaks resets the socket, as a provider whose process died would; so does a client
 * that reads nothing for `unreadMs` although there is something to read.
 */
export async function writeResponse(
  response: Response,
  outgoing: ServerResponse,
  left: AbortSignal,
  unreadMs: number,
): Promise<void> {
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  outgoing.flushHeaders();
  const reader = response.body?.getReader();
  const taken = async (event: 'drain' | 'finish') => {
    const timer = setTimeout(() => outgoing.destroy(), unreadMs);
    try {
      await once(outgoing, event, { signal: left });
    } finally {
      clearTimeout(timer);
    }
  };
  try {
    for (let read = await reader?.read(); read?.done === false; read = await reader?.read()) {
      if (!outgoing.write(read.value)) await taken('drain');
    }
    const finished = taken('finish');
    outgoing.end();
    await finished;
  } catch {
    outgoing.socket?.resetAndDestroy();
  }
}
