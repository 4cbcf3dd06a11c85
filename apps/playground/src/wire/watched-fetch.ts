import { toBase64 } from './base64.js';
import type { RunEvent } from './run-event.js';

/** What is seen of one exchange, in order. */
type WireEvent = Extract<RunEvent, { readonly request: number }>;

/**
 * The same `fetch`, with everything that comes back told of as it is read.
 *
 * Nothing changes for the client: bodies are passed on read by read, no faster, and errors are the same.
 */
export function watchedFetch(
  fetch: typeof globalThis.fetch,
  atMs: () => number,
  onEvent: (event: WireEvent) => void,
): typeof globalThis.fetch {
  let requests = 0;
  return async (input, init) => {
    requests += 1;
    const request = requests;
    const signal = init?.signal ?? (input instanceof Request ? input.signal : undefined);
    onEvent({ type: 'sent', request, atMs: atMs() });
    const over = (how: Extract<WireEvent, { type: 'over' }>['how']) =>
      onEvent({ type: 'over', request, atMs: atMs(), how });
    const reply = await fetch(input, init).catch((error: unknown) => {
      over(signal?.aborted ? 'cancelled' : 'unanswered');
      throw error;
    });
    const { status, statusText, headers, body } = reply;
    const contentType = headers.get('content-type') ?? '';
    const retryAfter = headers.get('retry-after') ?? undefined;
    const told = retryAfter === undefined ? {} : { retryAfter };
    onEvent({ type: 'answered', request, atMs: atMs(), status, contentType, ...told });
    if (body === null) {
      over('closed');
      return reply;
    }
    const reads = countedReads((read) => onEvent({ type: 'read', request, atMs: atMs(), ...read }));
    const passedOn = passOn(body, {
      read: reads.add,
      over(how) {
        reads.tell();
        over(how === 'broken' && signal?.aborted ? 'cancelled' : how);
      },
    });
    const same = new Response(passedOn, { status, statusText, headers });
    // A constructed response has no URL of its own, and clients look at it.
    return Object.defineProperties(same, {
      url: { value: reply.url },
      redirected: { value: reply.redirected },
    });
  };
}

/** What is kept of one reply; past either, reads are only counted. */
export const replyBounds = { bytes: 256 * 1024, reads: 12_000 } as const;
/** So many reads are told of at once then: some faults send without end. */
const atOnce = 1_000;

function countedReads(onRead: (read: { base64: string; length: number; count: number }) => void) {
  let kept = 0;
  let reads = 0;
  let more = { base64: '', length: 0, count: 0 };
  const tell = () => {
    if (more.count > 0) onRead(more);
    more = { base64: '', length: 0, count: 0 };
  };
  return {
    tell,
    add(bytes: Uint8Array) {
      const { length } = bytes;
      const part = bytes.subarray(0, replyBounds.bytes - kept);
      if (part.length > 0 && reads < replyBounds.reads) {
        kept += part.length;
        reads += 1;
        onRead({ base64: toBase64(part), length, count: 1 });
        return;
      }
      more.length += length;
      more.count += 1;
      if (more.count >= atOnce) tell();
    },
  };
}

interface Listener {
  read(bytes: Uint8Array): void;
  over(how: 'closed' | 'broken' | 'cancelled'): void;
}

function passOn(body: ReadableStream<Uint8Array<ArrayBuffer>>, listener: Listener) {
  const reader = body.getReader();
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        try {
          const { done, value } = await reader.read();
          if (done) {
            listener.over('closed');
            controller.close();
          } else {
            listener.read(value);
            controller.enqueue(value);
          }
        } catch (error) {
          listener.over('broken');
          controller.error(error);
        }
      },
      cancel(reason) {
        listener.over('cancelled');
        return reader.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
}
