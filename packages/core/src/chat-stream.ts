import type { ChatError } from './errors/chat-error.js';
import type { ChatCompletion, ChatCompletionChunk, PartialCompletion } from './wire/completion.js';

/**
 * How a stream ended, told to every watcher exactly once.
 *
 * `completed`: every choice's finish was seen. `abandoned`: the consumer broke out of its loop or
 * never read. `aborted`: the caller's signal. `failed`: everything else.
 */
export type StreamEnd = 'completed' | 'abandoned' | 'aborted' | { readonly failed: ChatError };

/** Listens in on a stream without being its consumer. A watcher must not throw. */
export interface Watcher {
  /** The consumer waits for the network: from here until `arrived`, the server is being waited for. */
  reading?(): void;
  /** Whole events came. A part of one, or comments only, do not count. */
  arrived?(): void;
  /** Each chunk, before the consumer sees it. Costs a copy of each chunk even under `text()`. */
  chunk?(chunk: ChatCompletionChunk): void;
  /**
   * The consumer has its end, and the reply is read on for its usage (`CallContext.drain`). Until `end`,
   * which comes after that, nothing is handed to anybody.
   */
  left?(end: StreamEnd): void;
  /**
   * The end, once. The stream finishes for its consumer only after the returned promise; where it was
   * drained, the consumer has not waited.
   */
  end?(end: StreamEnd): void | Promise<void>;
}

/** What is known of the reply beside its chunks. */
export interface ReplyFacts {
  readonly status: number;
  /** `x-request-id`, or Anthropic's `request-id`: what a provider's support asks for. */
  readonly requestId: string | undefined;
}

/**
 * One reply, streaming or not: a single-consumer iterable of chunks, with views.
 *
 * Iterate it, or `text()`, or await `completion()`: one of them. Breaking out of a loop closes the
 * socket (`CallContext.drain` reads on first). A reply that ends without proof of completion throws; it never just stops.
 */
export interface ChatStream extends AsyncIterable<ChatCompletionChunk> {
  readonly facts: ReplyFacts;
  /** How often the consumer has asked for more: unchanged means that nobody reads. */
  readonly reads: number;
  /**
   * The text of choice 0 as it arrives: one string per network block, never empty.
   * Only what differs between chunks is looked at, so it costs less than parsing them.
   */
  text(): AsyncIterable<string>;
  /**
   * The assembled reply. Reads the stream if nobody does; beside another consumer it resolves when
   * that one finishes. Left unawaited it never becomes an unhandled rejection.
   */
  completion(): Promise<ChatCompletion>;
  /** What has arrived so far. */
  partial(): PartialCompletion;
  /** Adds a watcher; before the first read only. On a stream that has ended it hears `end` at once. */
  watch(watcher: Watcher): void;
  /**
   * Ends the stream now: the socket closes, watchers hear `end`, the consumer gets `error`.
   * An error of kind `aborted` ends it as `aborted`, with code `unread` as `abandoned`; a `timeout`
   * after every finish was seen closes the socket, and the reader gets the rest: the answer is whole.
   */
  stop(error: ChatError): void;
}
