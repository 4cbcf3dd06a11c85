import type { BridgedBreak, CellMessage, PageMessage } from '../protocol.js';

/** A `fetch` whose network is a port. */
export interface BridgedFetch {
  readonly fetch: typeof globalThis.fetch;
  /** Takes what the page says about replies. */
  take(message: PageMessage): void;
}

interface Reply {
  readonly head: (response: Response) => void;
  readonly fail: (reason: unknown) => void;
  body?: ReadableStreamDefaultController<Uint8Array>;
}

/**
 * The `fetch` of a cell: requests go to the page, and come back as they are read.
 *
 * It aborts as the platform's does, before and after the response.
 */
export function bridgedFetch(send: (message: CellMessage) => void): BridgedFetch {
  const replies = new Map<number, Reply>();
  let last = 0;

  const end = (id: number, finish: (reply: Reply) => void) => {
    const reply = replies.get(id);
    replies.delete(id);
    if (reply !== undefined) finish(reply);
  };
  const fail = (id: number, reason: unknown) =>
    end(id, (reply) => {
      reply.fail(reason);
      reply.body?.error(reason);
    });
  const bodyOf = (id: number, reply: Reply) =>
    new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          reply.body = controller;
        },
        pull: () => send({ type: 'pull', id }),
        cancel: () => end(id, () => send({ type: 'cancel', id })),
      },
      { highWaterMark: 0 },
    );

  return {
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const { url, method, signal } = request;
      signal.throwIfAborted();
      const body = request.body === null ? undefined : await request.arrayBuffer();
      last += 1;
      const id = last;
      return new Promise<Response>((head, failed) => {
        replies.set(id, { head, fail: failed });
        signal.addEventListener('abort', () => {
          if (replies.has(id)) send({ type: 'cancel', id });
          fail(id, signal.reason);
        });
        const headers = [...request.headers];
        send({ type: 'fetch', id, url, method, headers, ...(body === undefined ? {} : { body }) });
      });
    },
    take(message) {
      if (message.type === 'run') return;
      const { id } = message;
      const reply = replies.get(id);
      if (message.type === 'head' && reply !== undefined) {
        const { status, statusText } = message;
        const headers = message.headers.map(([name, value]): [string, string] => [name, value]);
        const isEmpty = status === 204 || status === 205 || status === 304;
        const body = isEmpty ? null : bodyOf(id, reply);
        reply.head(new Response(body, { status, statusText, headers }));
      }
      if (message.type === 'part') reply?.body?.enqueue(message.bytes);
      if (message.type === 'end') end(id, ({ body }) => body?.close());
      if (message.type === 'broken') fail(id, failedBy(message));
    },
  };
}

/** As the platform has it: the code is that of the cause. */
function failedBy({ message, code }: BridgedBreak): TypeError {
  if (code === undefined) return new TypeError(message);
  return new TypeError(message, { cause: Object.assign(new Error(code), { code }) });
}
