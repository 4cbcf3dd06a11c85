import type { Clock } from '@farebox/core';
import { systemClock } from '../clock/system-clock.js';
import { storedChunk } from './chunk-bytes.js';
import type { Exchange, RecordedChunk, RecordedResponse, Recording } from './recording.js';
import { keptResponseHeaders, redacted, secretsOf } from './redaction.js';

export interface RecordOptions {
  /** Default: the machine's clock. */
  readonly clock?: Clock;
  /** Removes what is private from every text before it is kept; secrets and keys go without it. */
  readonly redact?: (text: string) => string;
}

/** A `fetch` that remembers, and what it remembers. */
export interface Recorder {
  readonly fetch: typeof globalThis.fetch;
  /** Each look is a snapshot; a reply that is still arriving is in it as far as it came. */
  readonly recording: Recording;
}

/**
 * Records the traffic of a `fetch`: requests, replies, and when each chunk came.
 *
 * Nothing changes for the client: bodies are passed on as they are read, no faster. Prompts and
 * answers are in a recording, as they must be; keys are not: request headers are left out whole, and
 * the key of a request is removed wherever a URL, a body or a reply repeats it.
 *
 * @example
 * import { record, simulate } from '@farebox/simulator';
 * const { fetch, recording } = record(simulate().fetch);
 * await fetch('http://provider/v1/models');
 * recording.exchanges[0]?.response?.status // => 200
 */
export function record(fetch: typeof globalThis.fetch, options: RecordOptions = {}): Recorder {
  const { clock = systemClock, redact = (text: string) => text } = options;
  const exchanges: (() => Exchange)[] = [];

  const recording: typeof globalThis.fetch = async (input, init) => {
    const startedMs = clock.monotonicMs();
    const atMs = () => Math.round(clock.monotonicMs() - startedMs);
    // A copy, whose body can be read without taking it from the one that is sent.
    const copy = new Request(input instanceof Request ? input.clone() : input, {
      ...init,
      signal: null,
    });
    const url = new URL(copy.url);
    const secrets = secretsOf(copy.headers, url);
    const body = await copy.text();
    let response: Exchange['response'] = 'open';
    exchanges.push(() => {
      const { pathname, search } = url;
      const request = { method: copy.method, path: pathname + search, body };
      return redacted({ request, response }, secrets, redact);
    });

    const signal = init?.signal ?? (input instanceof Request ? input.signal : undefined);
    const reply = await fetch(input, init).catch((error: unknown) => {
      if (signal?.aborted !== true) response = 'failed';
      throw error;
    });
    const head = {
      status: reply.status,
      headers: keptResponseHeaders(reply.headers),
      headersAtMs: atMs(),
    };
    const chunks: RecordedChunk[] = [];
    const keep = (ended: RecordedResponse['ended']) => {
      response = { ...head, chunks, ended };
    };
    if (reply.body === null) {
      keep('closed');
      return reply;
    }
    keep('open');
    const passedOn = passOn(reply.body, {
      chunk: (bytes) => chunks.push(storedChunk(atMs(), bytes)),
      // What the client itself cut off had no end that anyone saw.
      end: (ended) => keep(signal?.aborted === true ? 'open' : ended),
    });
    const { status, statusText, headers } = reply;
    const same = new Response(passedOn, { status, statusText, headers });
    // A constructed response has no URL of its own, and clients look at it.
    return Object.defineProperties(same, {
      url: { value: reply.url },
      redirected: { value: reply.redirected },
    });
  };
  return {
    fetch: recording,
    get recording() {
      return { version: 1 as const, exchanges: exchanges.map((exchange) => exchange()) };
    },
  };
}

interface Listener {
  chunk(bytes: Uint8Array): void;
  end(ended: 'closed' | 'broken'): void;
}

function passOn(body: ReadableStream<Uint8Array<ArrayBuffer>>, listener: Listener) {
  const reader = body.getReader();
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        try {
          const { done, value } = await reader.read();
          if (done) {
            listener.end('closed');
            controller.close();
          } else {
            listener.chunk(value);
            controller.enqueue(value);
          }
        } catch (error) {
          listener.end('broken');
          controller.error(error);
        }
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
}
