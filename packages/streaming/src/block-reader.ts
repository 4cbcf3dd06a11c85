import { type ByteSource, ChatError, platformCode } from '@farebox/core';
import { JsonBody } from './json-body.js';
import {
  defaultMaxJsonBytes,
  defaultMaxStreamBytes,
  type SettledLimits,
  settledLimits,
  tooLarge,
} from './limits.js';
import { formOf } from './sniff.js';
import { EventSplitter } from './sse/event-splitter.js';

/**
 * Reads a reply block by block and hands each, decoded, to what cuts it into events.
 *
 * What the reply is (events, or one JSON document) is told by its first bytes, not by its
 * content type: servers get that wrong.
 */
export class BlockReader {
  /** Where the events come out; a splitter without any until the first bytes are in. */
  events: EventSplitter | JsonBody;
  /** Bytes read so far. */
  bytes = 0;
  readonly #source: ByteSource;
  readonly #limits: SettledLimits;
  // `ignoreBOM`: the SSE parser strips one byte order mark, the decoder would strip another.
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  #maxBytes: number;
  #start: string | undefined = '';
  /** What is left of a JSON reply, as bytes until it ends: as text it would take twice the memory. */
  readonly #json: Uint8Array[] = [];
  #pending: PromiseWithResolvers<boolean> | undefined;
  #over = false;

  constructor(source: ByteSource, limits: SettledLimits = settledLimits()) {
    this.#source = source;
    this.#limits = limits;
    this.#maxBytes = limits.maxReplyBytes ?? defaultMaxStreamBytes;
    this.events = new EventSplitter(limits.maxEventLength);
  }

  /** Whether the reply is one JSON document: all of it comes before anything of it can. */
  get isJson(): boolean {
    return this.events instanceof JsonBody;
  }

  /**
   * Reads one block; false when there is no more, or after {@link close}.
   *
   * @throws {ChatError} `connection` when the source breaks, `too-large`, `protocol` for HTML.
   */
  read(): Promise<boolean> {
    if (this.#over) return Promise.resolve(false);
    if (this.#pending !== undefined) return this.#pending.promise;
    // Kept: a source that is asked may abort the call before it answers, and so end this wait.
    const pending = Promise.withResolvers<boolean>();
    this.#pending = pending;
    this.#source.read().then(this.#onBlock, this.#onBreak);
    return pending.promise;
  }

  /** Lets go of whoever waits: their read resolves with false, what it was waiting for is the next one's. */
  release(): void {
    const waiting = this.#settle();
    if (waiting === undefined) return;
    this.#pending = Promise.withResolvers();
    waiting.resolve(false);
  }

  /** Closes the source; a pending read resolves with false, whatever the source does. */
  close(): void {
    if (this.#over) return;
    this.#over = true;
    this.#source.cancel().catch(ignore);
    this.#settle()?.resolve(false);
  }

  readonly #onBlock = ({ done, value }: { done: boolean; value?: Uint8Array | undefined }) => {
    const pending = this.#settle();
    if (pending === undefined) return;
    try {
      if (done) {
        this.#over = true;
        for (const bytes of this.#json.splice(0)) this.#take(this.#decode(bytes));
        this.#take(this.#decoder.decode());
        this.events.end();
      } else if (value !== undefined) {
        this.bytes += value.byteLength;
        if (this.bytes > this.#maxBytes) throw tooManyBytes(this.#maxBytes);
        if (this.isJson) this.#json.push(value);
        else this.#take(this.#decode(value));
      }
      pending.resolve(!done);
    } catch (error) {
      pending.reject(error);
    }
  };

  #decode(bytes: Uint8Array): string {
    return this.#decoder.decode(bytes, { stream: true });
  }

  readonly #onBreak = (cause: unknown) => {
    this.#over = true;
    this.#settle()?.reject(broken(cause, this.bytes));
  };

  #settle(): PromiseWithResolvers<boolean> | undefined {
    const pending = this.#pending;
    this.#pending = undefined;
    return pending;
  }

  #take(block: string): void {
    if (this.#start === undefined) {
      this.events.feed(block);
      return;
    }
    // Everything before this block was blank: looking at it again and again would be quadratic.
    const form = formOf(block);
    this.#start += block;
    if (form === undefined) {
      this.#start = gistOf(this.#start);
      return;
    }
    if (form === 'html') {
      throw new ChatError({
        kind: 'protocol',
        code: 'html',
        message: 'The reply is an HTML page, not a chat completion.',
      });
    }
    if (form === 'json') {
      this.events = new JsonBody();
      this.#maxBytes = this.#limits.maxReplyBytes ?? defaultMaxJsonBytes;
      // A byte order mark is a blank too; `JSON.parse` would stumble over it.
      this.#start = this.#start.trimStart();
    }
    this.events.feed(this.#start);
    this.#start = undefined;
  }
}

/** What of leading blanks still tells: whether the first line begins with one, or with a byte order mark. */
function gistOf(blanks: string): string {
  const lineEnd = Math.max(blanks.lastIndexOf('\n'), blanks.lastIndexOf('\r'));
  return (lineEnd === -1 ? '' : '\n') + blanks.slice(lineEnd + 1, lineEnd + 3);
}

function tooManyBytes(maxBytes: number): ChatError {
  return tooLarge('maxReplyBytes', 'reply', `The reply is larger than ${maxBytes} bytes`);
}

function broken(cause: unknown, bytes: number): ChatError {
  return new ChatError({
    kind: 'connection',
    code: platformCode(cause),
    message: `The connection broke after ${bytes} bytes of the reply.`,
    cause,
  });
}

function ignore(): void {}
