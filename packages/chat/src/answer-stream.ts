import type { ChatStream } from '@farebox/core';
import type { Receipt } from '@farebox/cost';
import { type Answer, toAnswer } from './answer.js';

/** What {@link AnswerStream} needs of the call behind it. */
export interface OpenedCall {
  readonly stream: ChatStream;
  /** Filled as attempts end. */
  readonly receipts: readonly Receipt[];
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
  readonly #open: () => Promise<OpenedCall>;
  #opened: Promise<OpenedCall> | undefined;
  #answer: Promise<Answer> | undefined;

  constructor(open: () => Promise<OpenedCall>) {
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

  [Symbol.asyncIterator](): AsyncIterator<string> {
    let text: AsyncIterator<string> | undefined;
    const open = async () => {
      const { stream } = await this.#call();
      text = stream.text()[Symbol.asyncIterator]();
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
    const { stream, receipts } = await this.#call();
    const completion = await stream.completion();
    return toAnswer(completion, receipts);
  }

  #call(): Promise<OpenedCall> {
    this.#opened ??= this.#open();
    return this.#opened;
  }
}
