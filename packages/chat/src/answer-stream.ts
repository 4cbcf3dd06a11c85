import type { ChatMessage } from '@farebox/core';
import type { Receipt } from '@farebox/cost';
import { type Answer, toAnswer } from './answer.js';
import type { AnswerSource } from './answer-source.js';
import type { DeepPartial } from './schema/deep-partial.js';
import type { Draft } from './schema/draft.js';
import { noPartials } from './schema/no-partials.js';

/** What {@link AnswerStream} needs of the calls behind it. */
export interface OpenedAnswer {
  readonly source: AnswerSource;
  /** Filled as attempts end. */
  readonly receipts: readonly Receipt[];
  /** Filled by an exchange of several calls. */
  readonly said: readonly ChatMessage[];
  /** Of an answer with a schema: what there is of its value. */
  readonly draft?: Draft | undefined;
}

/**
 * An answer as it arrives: iterate the text, then await `answer` for the rest.
 *
 * Nothing is sent before the first read. Breaking out of the loop closes the connection and settles
 * what it cost; under `drain` both come later, and the loop is left at once. Awaiting `answer` without a loop reads the stream to its end. Under
 * `onTruncated: 'restart'`, and with a `schema`, the text may begin anew: `observe` then hears, before the next piece, how
 * many characters at the end of the loop's text are void (`discard.characters`); `answer` has the new text alone.
 */
export class AnswerStream<Value = unknown, Input = unknown> implements AsyncIterable<string> {
  readonly #open: () => Promise<OpenedAnswer>;
  #opened: Promise<OpenedAnswer> | undefined;
  #said: readonly ChatMessage[] = [];
  #answer: Promise<Answer<Value>> | undefined;
  /** Settled once a loop that has been begun has the text. */
  #looping: Promise<unknown> | undefined;

  constructor(open: () => Promise<OpenedAnswer>) {
    this.#open = open;
  }

  /** The whole answer. Rejects with the `ChatError` that the loop throws; unawaited it is silent. */
  get answer(): Promise<Answer<Value>> {
    if (this.#answer === undefined) {
      this.#answer = this.#complete();
      this.#answer.catch(() => {});
    }
    return this.#answer;
  }

  /** What was said so far between the question and the answer: calls of tools with their results. Also after a failure. */
  get said(): readonly ChatMessage[] {
    return this.#said;
  }

  [Symbol.asyncIterator](): AsyncIterator<string> {
    let text: AsyncIterator<string> | undefined;
    const open = async () => {
      text = await this.#loop(({ source }) => source.text()[Symbol.asyncIterator]());
      return text.next();
    };
    return {
      // Handed on as it is: a generator in between would cost promises at every block.
      next: () => text?.next() ?? open(),
      return: async () => {
        await text?.return?.();
        return { done: true, value: undefined };
      },
    };
  }

  /**
   * The value as it grows, in place of the text; only with a `schema`. Strings grow, numbers come once they are finished.
   *
   * None of it is checked, and it is what the schema accepts, before its defaults and conversions: `answer` has the value. After
   * a re-ask (`observe` hears of it) it begins anew. Each is a copy of its own, and may be kept.
   *
   * @throws {ChatError} what the loop over the text throws, and `configuration` without a `schema`.
   */
  async *partials(): AsyncGenerator<DeepPartial<Input>, void, void> {
    const { draft, text } = await this.#loop(({ source, draft }) => {
      if (draft === undefined) throw noPartials();
      return { draft, text: source.text() };
    });
    for await (const piece of text) {
      const grown = draft.add(piece);
      if (grown !== undefined) yield grown.value as DeepPartial<Input>;
    }
  }

  async #complete(): Promise<Answer<Value>> {
    const { source, receipts, said } = await this.#begin();
    // Asked for first, and then iterated: the loop reads, and its end is the answer.
    await this.#looping;
    // What a schema has made is of its type; without one there is no value, and `undefined` is its type.
    return toAnswer(await source.end(), receipts, said) as Answer<Value>;
  }

  #loop<Result>(begun: (opened: OpenedAnswer) => Result): Promise<Result> {
    const looping = this.#begin().then(begun);
    this.#looping ??= looping.catch(() => {});
    return looping;
  }

  #begin(): Promise<OpenedAnswer> {
    this.#opened ??= this.#open().then((opened) => {
      this.#said = opened.said;
      return opened;
    });
    return this.#opened;
  }
}
