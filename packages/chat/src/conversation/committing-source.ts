import type { AnswerSource } from '../answer-source.js';
import type { ExchangeEnd } from '../exchange.js';

/** What to do once an answer is whole, or is not going to be. One of them is called, once, before the reader hears of it. */
export interface Outcome {
  readonly whole: (end: ExchangeEnd) => void;
  readonly failed: () => void;
}

/** The same answer; whoever has read it to its end finds the outcome already dealt with. */
export function committingSource(source: AnswerSource, { whole, failed }: Outcome): AnswerSource {
  let ending: Promise<ExchangeEnd> | undefined;
  const end = (): Promise<ExchangeEnd> => {
    ending ??= source.end().then(
      (ended) => {
        whole(ended);
        return ended;
      },
      (error) => {
        failed();
        throw error;
      },
    );
    ending.catch(() => {});
    return ending;
  };
  const ended = () => end().then(ignore, ignore);

  return {
    end,
    text() {
      const text = source.text()[Symbol.asyncIterator]();
      return {
        [Symbol.asyncIterator]: () => ({
          async next() {
            try {
              const reading = text.next();
              // Also for a reader who comes no more: then the stream ends as unread, and this hears of it.
              end();
              const piece = await reading;
              if (piece.done === true) await ended();
              return piece;
            } catch (error) {
              await ended();
              throw error;
            }
          },
          async return() {
            await text.return?.();
            await ended();
            return { done: true, value: undefined };
          },
        }),
      };
    },
  };
}

function ignore(): void {}
