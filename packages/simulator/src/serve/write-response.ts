import { once } from 'node:events';
import type { ServerResponse } from 'node:http';

/**
 * Writes a response no faster than the client reads it.
 *
 * A client that leaves cancels the body; a body that breaks resets the socket, as a provider
 * whose process died would.
 */
export async function writeResponse(response: Response, outgoing: ServerResponse): Promise<void> {
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  const reader = response.body?.getReader();
  if (reader === undefined) {
    outgoing.end();
    return;
  }
  const gone = new AbortController();
  outgoing.once('close', () => {
    gone.abort();
    // Rejects only for a body that is broken already, which the loop below reports.
    reader.cancel().catch(() => {});
  });
  outgoing.flushHeaders();
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      if (outgoing.write(read.value)) continue;
      await once(outgoing, 'drain', { signal: gone.signal });
    }
    outgoing.end();
  } catch {
    outgoing.socket?.resetAndDestroy();
  }
}
