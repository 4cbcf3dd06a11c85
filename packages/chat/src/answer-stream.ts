import type { ChatMessage } from '@farebox/core';
import type { Receipt } from '@farebox/cost';
import { type Answer, toAnswer } from './answer.js';
import type { AnswerSource } from './answer-source.js';

/** What {@link AnswerStream} needs of the calls behind it. */
export interface OpenedAnswer {
  readonly source: AnswerSource;
  /** Filled as attempts end. */
  readonly receipts: readonly Receipt[];
  /** Filled by an exchange of several calls. */
  readonly said: readonly ChatMessage[];
}

/**
 * An answer as it arrives: iterate the text, then await `answer` for the rest.
 *
 * Nothing is sent before the first read. Breaking out of the loop closes the connection and settles
 * what it cost; under `drain` both come later, and the loop is left at once. Awaiting `answer` without a loop reads the stream to its end. Under
 * `onTruncated: 'restart'` the text may begin anew: `observe` then hears, before the next piece, how
 * many characters of the loop's text are void; `answer` has the new text alone.
 */
export class AnswerStream implements AsyncIterable<string> {
  readonly #open: () => Promise<OpenedAnswer>;
  #opened: Promise<OpenedAnswer> | undefined;
  #said: readonly ChatMessage[] = [];
  #answer: Promise<Answer> | undefined;

  constructor(open: () => Promise<OpenedAnswer>) {
    this.#open = open;
  }

  /** The whole answer. Rejects with the `ChatError` that the loop throws; unawaited it is silent. */
  get answer(): Promise<Answer> {
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
      const { source } = await this.#begin();
      text = source.text()[Symbol.asyncIterator]();
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

  async #complete(): Promise<Answer> {
    const { source, receipts, said } = await this.#begin();
    return toAnswer(await source.end(), receipts, said);
  }

  #begin(): Promise<OpenedAnswer> {
    this.#opened ??= this.#open().then((opened) => {
      this.#said = opened.said;
      return opened;
    });
    return this.#opened;
  }
}
