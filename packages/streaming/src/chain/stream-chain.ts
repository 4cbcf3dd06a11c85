import {
  type ChatCompletion,
  type ChatCompletionChunk,
  type ChatError,
  type ChatStream,
  isChatError,
  type PartialCompletion,
  type ReplyFacts,
  type StreamEnd,
  type Watcher,
} from '@farebox/core';
import { textOfChunk } from '../chunk/text-of-chunk.js';
import { Ending } from '../ending.js';
import { readToEnd } from '../read-to-end.js';
import { abandoned, alreadyRead, endOf, unreadable, watchedTooLate } from '../stream-errors.js';
import { WatcherList } from '../watcher-list.js';
import type { ChainOptions } from './chain-options.js';
import { type Joint, joinReplies } from './join-replies.js';
import { unrepeatedChunk, unrepeatedChunks, unrepeatedText } from './unrepeated.js';

/** How the chain is read: what it takes from each of its streams, and what it counts. */
interface Reading {
  open(stream: ChatStream): AsyncIterator<unknown>;
  /** Leaves out what a stream repeats of the text before it. */
  unrepeated(source: AsyncIterator<unknown>, before: string): AsyncIterator<unknown>;
  /** Counts what is handed out. */
  count(value: unknown): void;
}

const over: IteratorResult<never, undefined> = { done: true, value: undefined };

/** The {@link ChatStream} of `chainStreams`: reads the current stream until it fails, then the next. */
export class StreamChain implements ChatStream {
  reads = 0;
  readonly #options: ChainOptions;
  readonly #watchers = new WatcherList();
  readonly #ending = new Ending(this.#watchers);
  #current: ChatStream;
  #reading: Reading | undefined;
  #source: AsyncIterator<unknown> | undefined;
  /** The source whose failure has been taken up. */
  #failed: AsyncIterator<unknown> | undefined;
  /** Reads that wait for the current stream, or for the one after it. */
  #waiting = 0;
  /** The change from one stream to the next: from the failure of the one until the other is there. */
  #change: PromiseWithResolvers<void> | undefined;
  #isStopped = false;
  /** A stop that came while a change was ending: for the stream that comes out of it all the same. */
  #late: ChatError | undefined;
  /** Whether the reader left during a change, when there is no stream to leave. */
  #hasLeft = false;
  #joint: Joint | undefined;
  #handedOut = { characters: 0, chunks: 0 };
  #outcome: PromiseWithResolvers<ChatCompletion> | undefined;

  constructor(first: ChatStream, options: ChainOptions) {
    this.#options = options;
    this.#current = first;
    this.#follow(first);
  }

  get facts(): ReplyFacts {
    return this.#current.facts;
  }

  [Symbol.asyncIterator](): AsyncIterator<ChatCompletionChunk> {
    return this.#iterator<ChatCompletionChunk>({
      open: (stream) => stream[Symbol.asyncIterator](),
      unrepeated: (chunks, before) =>
        unrepeatedChunks(chunks as AsyncIterator<ChatCompletionChunk>, before),
      count: (chunk) => {
        this.#handedOut.chunks++;
        this.#handedOut.characters += textOfChunk(chunk as ChatCompletionChunk).length;
      },
    });
  }

  text(): AsyncIterable<string> {
    const reading: Reading = {
      open: (stream) => {
        const count = () => void this.#handedOut.chunks++;
        if (this.#watchers.wantChunks) stream.watch({ chunk: count });
        return stream.text()[Symbol.asyncIterator]();
      },
      unrepeated: (text, before) => unrepeatedText(text as AsyncIterator<string>, before),
      count: (text) => {
        this.#handedOut.characters += (text as string).length;
      },
    };
    return { [Symbol.asyncIterator]: () => this.#iterator<string>(reading) };
  }

  completion(): Promise<ChatCompletion> {
    if (this.#outcome === undefined) {
      const outcome = Promise.withResolvers<ChatCompletion>();
      // Left unawaited, a failure must not take the process down: the consumer gets it as well.
      outcome.promise.catch(() => {});
      this.#outcome = outcome;
      if (this.#ending.how !== undefined) this.#settleOutcome();
      else if (this.#reading === undefined) void readToEnd(this.text());
    }
    return this.#outcome.promise;
  }

  partial(): PartialCompletion {
    return this.#join(this.#current.partial());
  }

  watch(watcher: Watcher): void {
    const { how } = this.#ending;
    if (how !== undefined) this.#ending.tell(watcher, how);
    else if (this.#reading !== undefined) throw watchedTooLate();
    else this.#watchers.add(watcher);
  }

  stop(error: ChatError): void {
    if (this.#ending.how !== undefined) return;
    // The successor ends already, and its attempt is still being counted and paid for.
    if (this.#change !== undefined && this.#options.signal?.aborted) this.#late ??= error;
    else {
      this.#isStopped = true;
      if (this.#change === undefined) this.#current.stop(error);
      else this.#cutChange(this.#dressed(error));
    }
  }

  /** Hears of the end of a stream; an end that a successor may follow is left to who reads. */
  #follow(stream: ChatStream): void {
    const end = async (how: StreamEnd) => {
      const isFailure = typeof how === 'object';
      const isOver = this.#ending.how !== undefined;
      if (isFailure && this.#waiting > 0 && !this.#isStopped && !isOver) {
        this.#change = Promise.withResolvers();
        return;
      }
      await this.#finish(isFailure ? { failed: this.#dressed(how.failed) } : how);
      // Watchers of the chain failed: the stream that they end with fails, and so its reader hears.
      if (this.#ending.error !== undefined) throw this.#ending.error;
    };
    // Drained or not, for whoever has the chain this is its end: nobody goes on from there.
    stream.watch({ end, left: (how) => void this.#finish(how) });
  }

  #iterator<T>(reading: Reading): AsyncIterator<T> {
    if (this.#reading !== undefined) throw alreadyRead();
    this.#reading = reading;
    this.#source = this.#open(this.#current, reading);
    return {
      next: () => {
        this.reads++;
        return this.#next() as Promise<IteratorResult<T, undefined>>;
      },
      return: async () => {
        if (this.#change === undefined) {
          await this.#source?.return?.();
          return over;
        }
        this.#hasLeft = true;
        this.#cutChange(abandoned());
        return (await this.#over()) as typeof over;
      },
    };
  }

  #open(stream: ChatStream, reading: Reading): AsyncIterator<unknown> {
    const watchers = this.#watchers;
    const { before = '', repeats = false } = this.#joint ?? {};
    const seen = repeats ? unrepeatedChunk(before) : (chunk: ChatCompletionChunk) => chunk;
    stream.watch({
      reading: () => watchers.reading(),
      arrived: () => watchers.arrived(),
      ...(watchers.wantChunks && { chunk: (chunk) => watchers.chunk(seen(chunk)) }),
    });
    const source = reading.open(stream);
    return repeats ? reading.unrepeated(source, before) : source;
  }

  async #next(): Promise<IteratorResult<unknown, undefined>> {
    this.#waiting++;
    try {
      for (;;) {
        const source = this.#source as AsyncIterator<unknown>;
        if (this.#ending.error !== undefined || this.#hasLeft) return await this.#over();
        try {
          const result = await source.next();
          if (result.done) return over;
          this.#reading?.count(result.value);
          return result;
        } catch (thrown) {
          const failure = isChatError(thrown) ? thrown : unreadable(thrown);
          const { how, error } = this.#ending;
          if (how !== undefined && error === undefined && !this.#hasLeft)
            throw this.#dressed(failure);
          // Two reads may wait for the same stream: the first to fail makes the change for both.
          if (how === undefined && this.#failed !== source) {
            this.#failed = source;
            void this.#goOn(failure);
          }
          await this.#change?.promise;
        }
      }
    } finally {
      this.#waiting--;
    }
  }

  async #over(): Promise<IteratorResult<unknown, undefined>> {
    await this.#ending.told;
    if (this.#ending.error !== undefined) throw this.#ending.error;
    return over;
  }

  /** Changes to the stream after the one that failed, or ends with what the successor says. */
  async #goOn(failure: ChatError): Promise<void> {
    this.#change ??= Promise.withResolvers();
    try {
      const error = failure.with({ delivered: true, partial: this.partial() });
      const {
        stream,
        isJoined,
        repeats = false,
      } = await this.#options.successor(error, { ...this.#handedOut });
      if (this.#ending.how !== undefined) {
        stream.stop(this.#ending.error ?? abandoned());
        return;
      }
      if (isJoined) this.#joint = { before: textOfReply(this.partial()), repeats };
      else {
        this.#joint = undefined;
        this.#handedOut = { characters: 0, chunks: 0 };
      }
      this.#current = stream;
      this.#follow(stream);
      this.#source = this.#open(stream, this.#reading as Reading);
      if (this.#late !== undefined) {
        this.#isStopped = true;
        stream.stop(this.#late);
      }
    } catch (error) {
      const last = this.#dressed(isChatError(error) ? error : unreadable(error));
      // Whatever is still under way for the change ends here.
      this.#options.abort(last);
      await this.#finish(endOf(last), last);
    } finally {
      this.#endChange();
    }
  }

  #endChange(): void {
    this.#change?.resolve();
    this.#change = undefined;
  }

  #cutChange(error: ChatError): void {
    void this.#finish(endOf(error), this.#hasLeft ? undefined : error);
    this.#options.abort(error);
    // Whatever the successor does: nobody waits for it any more.
    this.#endChange();
  }

  async #finish(how: StreamEnd, error?: ChatError): Promise<void> {
    if (this.#ending.reach(how, error) && this.#outcome !== undefined) this.#settleOutcome();
    await this.#ending.told;
  }

  #settleOutcome(): void {
    const { resolve, reject } = this.#outcome as PromiseWithResolvers<ChatCompletion>;
    void this.#ending.told.then(() => {
      if (this.#ending.error !== undefined) reject(this.#ending.error);
      else if (this.#hasLeft) reject(abandoned());
      else {
        this.#current.completion().then(
          (completion) => resolve(this.#join(completion)),
          (error) => reject(isChatError(error) ? this.#dressed(error) : error),
        );
      }
    });
  }

  #join<Reply extends PartialCompletion>(reply: Reply): Reply {
    return this.#joint === undefined ? reply : joinReplies(this.#joint, reply);
  }

  #dressed(error: ChatError): ChatError {
    const { last = (same: ChatError) => same } = this.#options;
    return last(error).with({ delivered: true, partial: this.partial() });
  }
}

function textOfReply({ choices }: PartialCompletion): string {
  return choices.find(({ index }) => index === 0)?.message.content ?? '';
}
