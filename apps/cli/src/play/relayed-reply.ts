import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { ChatError } from '@farebox/core';
import { redact } from '@farebox/core/errors';
import type { ErrorReply } from './error-reply.js';
import { KeyFilter } from './key-filter.js';
import { safeHeaders } from './safe-headers.js';

/** What may wait for a page that does not read, beyond what its socket takes. */
const mostWaitingBytes = 1024 * 1024;

export interface RelayedReplyOptions {
  readonly outgoing: ServerResponse;
  /** Aborted when nobody is there any more. */
  readonly left: AbortSignal;
  readonly send: typeof fetch;
  /** What the page must not see, whoever repeats it. */
  readonly key: string | undefined;
}

/**
 * Hands the bytes of a provider's answer to the page as they are, while the layers above read them, too: they
 * prove the answer complete and settle what it cost.
 *
 * `fetch` goes under them. The refusal of a provider is kept instead, until it is known to be the last word.
 */
export class RelayedReply {
  readonly #outgoing: ServerResponse;
  readonly #left: AbortSignal;
  readonly #send: typeof fetch;
  readonly #key: string | undefined;
  #refusal: { readonly response: Response; text: string } | undefined;
  #end: 'open' | 'whole' | 'broken' = 'open';

  constructor({ outgoing, left, send, key }: RelayedReplyOptions) {
    this.#outgoing = outgoing;
    this.#left = left;
    this.#send = send;
    this.#key = key;
  }

  readonly fetch: typeof fetch = async (input, init) => {
    const response = await this.#send(input, init);
    const { status, statusText, headers, body } = response;
    if (status >= 300) {
      this.#refusal = status >= 400 ? { response, text: '' } : undefined;
    } else {
      this.#outgoing.writeHead(200, this.#passed(headers));
      this.#outgoing.flushHeaders();
    }
    if (body === null) return response;
    return new Response(this.#tapped(body, status), { status, statusText, headers });
  };

  /** What the provider refused the call with, without the key, whoever repeated it; undefined where it did not. */
  refusal(): ErrorReply | undefined {
    if (this.#refusal === undefined) return undefined;
    const { response, text } = this.#refusal;
    const secrets = this.#key === undefined ? [] : [this.#key];
    const headers = this.#passed(response.headers);
    return { status: response.status, headers, body: redact(text, secrets) };
  }

  /** How far the bytes have come: all of them, none any more, or `open` where there was no need to read on. */
  get end(): 'open' | 'whole' | 'broken' {
    return this.#end;
  }

  /** Waits until the page can take more, so that a slow page slows the provider. */
  async untilTaken(): Promise<void> {
    if (this.#outgoing.writableNeedDrain) {
      await once(this.#outgoing, 'drain', { signal: this.#left });
    }
  }

  #passed(headers: Headers): Record<string, string> {
    const passed = [...headers].filter(
      ([name, value]) =>
        passedNames.test(name) && (this.#key === undefined || !value.includes(this.#key)),
    );
    return { ...Object.fromEntries(passed), ...safeHeaders };
  }

  #tapped(source: ReadableStream<Uint8Array>, status: number): ReadableStream<Uint8Array> {
    const reader = source.getReader();
    const filter = new KeyFilter(this.#key);
    const decoder = new TextDecoder();
    const broken = (error: unknown) => {
      this.#end = 'broken';
      return error;
    };
    const pass = (bytes: Uint8Array | undefined) => {
      if (bytes === undefined) throw broken(keyInReply());
      if (bytes.length > 0) this.#outgoing.write(bytes);
    };
    return new ReadableStream<Uint8Array>(
      {
        pull: async (controller) => {
          const { done, value } = await reader.read().catch((error) => {
            throw broken(error);
          });
          if (this.#refusal !== undefined) {
            this.#refusal.text += decoder.decode(value, { stream: !done });
          } else if (status < 300) {
            pass(done ? filter.end() : filter.push(value));
            if (done) this.#end = 'whole';
          }
          if (done) return controller.close();
          controller.enqueue(value);
          if (this.#outgoing.writableLength > mostWaitingBytes) await this.untilTaken();
        },
        cancel: (reason) => reader.cancel(reason),
      },
      { highWaterMark: 0 },
    );
  }
}

/** What a client reads of a reply's headers; no cookie, and nothing that is about one connection. */
const passedNames =
  /^(?:content-type|retry-after|retry-after-ms|x-should-retry|(?:x-)?request-id|openai-(?:processing-ms|version)|x-ratelimit-[\w-]+|anthropic-ratelimit-[\w-]+)$/;

function keyInReply(): ChatError {
  return new ChatError({
    kind: 'protocol',
    code: 'key-in-reply',
    message: 'The answer was stopped: the server repeats the key in it.',
    fix: 'Make a new key, and ask the operator of the server why it answers with what it was sent.',
  });
}
