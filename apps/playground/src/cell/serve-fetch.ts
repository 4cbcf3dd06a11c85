import { platformCode } from '@farebox/core';
import type { CellMessage, PageMessage } from './protocol.js';

/** The most requests that one run may make. */
const requestsPerRun = 200;

/** Answers a cell's requests; `close` ends those that are under way. */
export interface FetchService {
  /** Takes `fetch`, `pull` and `cancel`, and leaves the rest alone. */
  take(message: CellMessage): void;
  close(): void;
}

/**
 * Lets a cell reach one `fetch`, the simulator's, whatever address it asks for.
 *
 * A body is read only as the cell asks for its parts, so a cell that does not read holds nothing up.
 */
export function serveFetch(
  fetch: typeof globalThis.fetch,
  send: (message: PageMessage) => void,
): FetchService {
  const bodies = new Map<number, ReadableStreamDefaultReader<Uint8Array> | undefined>();
  const controllers = new Map<number, AbortController>();
  let requests = 0;

  const forget = (id: number) => {
    bodies.delete(id);
    controllers.delete(id);
  };
  const fail = (id: number, thrown: unknown) => {
    if (!controllers.has(id)) return;
    forget(id);
    const message = thrown instanceof Error ? thrown.message : 'It failed.';
    const code = platformCode(thrown);
    send({ type: 'broken', id, message, ...(code !== undefined && { code }) });
  };

  const open = async (message: Extract<CellMessage, { type: 'fetch' }>) => {
    const { id, url, method, headers, body } = message;
    const controller = new AbortController();
    controllers.set(id, controller);
    requests += 1;
    if (requests > requestsPerRun) throw new Error(`A run may make ${requestsPerRun} requests.`);
    const response = await fetch(url, {
      method,
      headers: headers.map(([name, value]): [string, string] => [name, value]),
      signal: controller.signal,
      ...(body === undefined ? {} : { body }),
    });
    if (!controllers.has(id)) return;
    bodies.set(id, response.body?.getReader());
    const { status, statusText } = response;
    send({ type: 'head', id, status, statusText, headers: [...response.headers] });
  };

  const pull = async (id: number) => {
    const part = await bodies.get(id)?.read();
    if (!controllers.has(id)) return;
    if (part?.value !== undefined) send({ type: 'part', id, bytes: part.value });
    else {
      forget(id);
      send({ type: 'end', id });
    }
  };

  return {
    take(message) {
      if (message.type === 'fetch' && !controllers.has(message.id)) {
        open(message).catch((thrown) => fail(message.id, thrown));
      } else if (message.type === 'pull' && controllers.has(message.id)) {
        pull(message.id).catch((thrown) => fail(message.id, thrown));
      } else if (message.type === 'cancel') {
        controllers.get(message.id)?.abort();
        forget(message.id);
      }
    },
    close() {
      for (const controller of controllers.values()) controller.abort();
      controllers.clear();
      bodies.clear();
    },
  };
}
