import {
  type ByteSource,
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
import type { Confidential } from '@farebox/core/errors';
import { BlockReader } from './block-reader.js';
import { Assembler } from './chunk/assembler.js';
import { carriesSomething } from './chunk/carries.js';
import { textOfChunk } from './chunk/text-of-chunk.js';
import { Drain, isDrainable } from './drain.js';
import { Ending } from './ending.js';
import { EventIntake } from './event-intake.js';
import { connectionFailure, type FailedReply, failureOf } from './failure.js';
import { maxOpeningBytes, maxOpeningEvents, settledLimits } from './limits.js';
import type { PumpOptions } from './pump-options.js';
import { readToEnd } from './read-to-end.js';
import {
  abandoned,
  alreadyRead,
  endlessOpening,
  endOf,
  unproven,
  watchedTooLate,
} from './stream-errors.js';
import { WatcherList } from './watcher-list.js';

/**
 * The one implementation of {@link ChatStream}: pulls blocks, hands out chunks or text, and ends
 * exactly once.
 *
 * Promises are spent per network block, not per chunk: a pull first uses up what has been decoded
 * (`take`), and only then reads on.
 */
export class Pump implements ChatStream {
  readonly facts: ReplyFacts;
  reads = 0;
  readonly #attempt: number;
  readonly #asked: Confidential;
  readonly #reader: BlockReader;
  readonly #intake: EventIntake;
  readonly #watchers = new WatcherList();
  /** Chunks that were parsed while the call was being opened, to be replayed. */
  #opening: ChatCompletionChunk[] = [];
  #delivered = false;
  #consumed = false;
  readonly #ending = new Ending(this.#watchers);
  readonly #drain: Drain | undefined;
  /** A failure that waits until the text before it has been handed out. */
  #held: unknown;
  #outcome: PromiseWithResolvers<ChatCompletion> | undefined;

  /** @param source the bytes of a successful reply: an event stream or one JSON completion. */
  constructor(source: ByteSource, options: PumpOptions) {
    const { facts, attempt = 1, expectedChoices = 1, secrets, request, reply } = options;
    const limits = settledLimits(options.limits);
    this.facts = facts;
    this.#attempt = attempt;
    this.#asked = { secrets, request };
    this.#reader = new BlockReader(source, limits);
    this.#intake = new EventIntake(
      this.#reader,
      new Assembler(expectedChoices, options.profile),
      limits,
      { secrets, request, reply },
    );
    if (options.drain !== undefined) {
      this.#drain = new Drain(options.drain, this.#reader, this.#intake, this.#watchers);
    }
  }

  /**
   * Reads until something is carried, which is when a call settles.
   *
   * @throws {ChatError} whatever ended the reply before that; `delivered` is false.
   */
  async open(): Promise<void> {
    try {
      let more = true;
      while (this.#ending.how === undefined) {
        const chunk = this.#intake.nextChunk();
        if (chunk !== undefined) {
          this.#opening.push(chunk);
          if (carriesSomething(chunk)) {
            this.#delivered = true;
            return;
          }
        } else if (this.#intake.over || !more) {
          break;
        }
        // What has come is looked through first; then no more is read, be it comments only.
        const { bytes, isJson } = this.#reader;
        const isFull = chunk === undefined && !isJson && bytes > maxOpeningBytes;
        if (isFull || this.#opening.length >= maxOpeningEvents) {
          throw endlessOpening(this.#opening.length, bytes);
        }
        if (chunk === undefined) more = await this.#readBlock();
      }
      throw this.#ending.error ?? this.#unproven();
    } catch (error) {
      throw await this.#fail(error);
    }
  }

  [Symbol.asyncIterator](): AsyncIterator<ChatCompletionChunk> {
    return this.#iterator(() => this.#takeChunk());
  }

  text(): AsyncIterable<string> {
    return { [Symbol.asyncIterator]: () => this.#iterator(() => this.#takeText()) };
  }

  completion(): Promise<ChatCompletion> {
    if (this.#outcome === undefined) {
      const outcome = Promise.withResolvers<ChatCompletion>();
      // Left unawaited, a failure must not take the process down: the consumer gets it as well.
      outcome.promise.catch(() => {});
      this.#outcome = outcome;
      if (this.#ending.how !== undefined) this.#settleOutcome();
      else if (!this.#consumed) void readToEnd(this.text());
    }
    return this.#outcome.promise;
  }

  /** Whether the reply was read on after its consumer had gone. */
  get isDrained(): boolean {
    return this.#ending.isDrained;
  }

  partial(): PartialCompletion {
    return this.#intake.assembler.partial();
  }

  watch(watcher: Watcher): void {
    const { how } = this.#ending;
    if (how !== undefined) {
      this.#ending.tell(watcher, how);
    } else if (this.#consumed) {
      throw watchedTooLate();
    } else {
      this.#watchers.add(watcher);
    }
  }

  stop(error: ChatError): void {
    // The answer is whole: the consumer gets what is in hand, and after it the end.
    if (this.#ending.how !== undefined) this.#drain?.stop(error);
    else if (error.kind === 'timeout' && this.#intake.assembler.proven) this.#reader.close();
    else void this.#fail(error);
  }

  #iterator<T>(take: () => T | undefined): AsyncIterator<T> {
    if (this.#consumed) throw alreadyRead();
    this.#consumed = true;
    return {
      next: () => {
        this.reads++;
        if (this.#ending.how === undefined) {
          try {
            const value = take();
            if (value !== undefined) return Promise.resolve({ done: false, value });
          } catch (error) {
            return this.#fail(error).then((failure) => Promise.reject(failure));
          }
        }
        return this.#readOn(take);
      },
      return: async () => {
        const left = this.#ending.how === undefined;
        this.#finish('abandoned');
        await this.#ending.told;
        // A watcher that failed now: nobody else would hear of it.
        if (left && this.#ending.error !== undefined) throw this.#ending.error;
        return { done: true, value: undefined };
      },
    };
  }

  /** Reads blocks until `take` has something, or the stream has ended. */
  async #readOn<T>(take: () => T | undefined): Promise<IteratorResult<T, undefined>> {
    try {
      let waiting = false;
      while (this.#ending.how === undefined) {
        if (this.#intake.over) {
          this.#conclude();
          break;
        }
        if (!waiting) this.#watchers.reading();
        const more = await this.#readBlock();
        if (this.#ending.how !== undefined) break;
        const eventsBefore = this.#intake.events;
        const value = take();
        waiting = this.#intake.events === eventsBefore;
        if (!waiting) this.#watchers.arrived();
        if (value !== undefined) return { done: false, value };
        if (!more) this.#conclude();
      }
    } catch (error) {
      await this.#fail(error);
    }
    await this.#ending.told;
    if (this.#ending.error !== undefined) throw this.#ending.error;
    return { done: true, value: undefined };
  }

  /** Reads one block. Once the answer is proven whole, a broken connection is just its end. */
  async #readBlock(): Promise<boolean> {
    try {
      return await this.#reader.read();
    } catch (error) {
      if (!isChatError(error) || error.kind !== 'connection') throw error;
      if (this.#delivered && this.#intake.assembler.proven) return false;
      throw connectionFailure(error, this.#failed());
    }
  }

  #takeChunk(): ChatCompletionChunk | undefined {
    const chunk = this.#opening.shift() ?? this.#intake.nextChunk();
    if (chunk !== undefined) this.#watchers.chunk(chunk);
    return chunk;
  }

  #takeText(): string | undefined {
    if (this.#held !== undefined) throw this.#held;
    let text = '';
    try {
      for (const chunk of this.#opening.splice(0)) {
        this.#watchers.chunk(chunk);
        text += textOfChunk(chunk);
      }
      for (;;) {
        if (!this.#watchers.wantChunks) text += this.#intake.takeText();
        const chunk = this.#intake.nextChunk();
        if (chunk === undefined) break;
        this.#watchers.chunk(chunk);
        text += textOfChunk(chunk);
      }
    } catch (error) {
      if (text === '') throw error;
      this.#held = error;
    }
    return text === '' ? undefined : text;
  }

  /** The reply is over: complete if that is proven. */
  #conclude(): void {
    this.#intake.assembler.end(this.#intake.over);
    if (!this.#intake.assembler.proven) throw this.#unproven();
    this.#finish('completed');
  }

  #unproven(): ChatError {
    return unproven(this.#reader.bytes, this.#intake.events);
  }

  /** Ends the stream with `error`, and returns what the consumer is to get, once watchers are done. */
  async #fail(error: unknown): Promise<ChatError> {
    const failure = failureOf(error, this.#failed());
    this.#finish(endOf(failure), failure);
    await this.#ending.told;
    return this.#ending.error ?? failure;
  }

  /** What an error needs to know. Made when there is one, never on the way of an answer. */
  #failed(): FailedReply {
    const { requestId } = this.facts;
    const confidential = { ...this.#asked, partial: this.partial() };
    return { delivered: this.#delivered, attempt: this.#attempt, requestId, confidential };
  }

  #finish(how: StreamEnd, error?: ChatError): void {
    if (this.#ending.how !== undefined) return;
    if (this.#drain !== undefined && this.#held === undefined && isDrainable(how, error)) {
      this.#reader.release();
      this.#ending.leave(how, error, this.#drain.run(how));
    } else {
      this.#ending.reach(how, error);
      this.#reader.close();
    }
    if (this.#outcome !== undefined) this.#settleOutcome();
  }

  #settleOutcome(): void {
    void this.#ending.told.then(() => {
      const { how, error } = this.#ending;
      if (error !== undefined) this.#outcome?.reject(error);
      else if (how === 'abandoned') this.#outcome?.reject(abandoned());
      else this.#outcome?.resolve(this.#intake.assembler.completion());
    });
  }
}
