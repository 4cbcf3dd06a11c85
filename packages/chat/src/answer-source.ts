import type { LinkedSignal } from '@farebox/client';
import type { ChatStream } from '@farebox/core';
import { abandoned, alreadyRead } from '@farebox/streaming';
import type { Exchange, ExchangeEnd } from './exchange.js';

/** An answer that is under way: its text as it arrives, or its end alone. */
export interface AnswerSource {
  text(): AsyncIterable<string>;
  /** Reads to the end if nobody does. Left unawaited it never becomes an unhandled rejection. */
  end(): Promise<ExchangeEnd>;
}

/** The answer of one call. Its text is handed on as it is: a generator in between would cost promises at every block. */
export function sourceOfCall(stream: ChatStream): AnswerSource {
  let isRead = false;
  return {
    text() {
      if (isRead) throw alreadyRead(waysToRead);
      isRead = true;
      return stream.text();
    },
    async end() {
      isRead = true;
      return { completion: await stream.completion() };
    },
  };
}

const waysToRead =
  'Use one of: for await over the stream, partials() with a schema, or its answer.';

/**
 * The answer of an exchange that has not begun: it does with the first read.
 *
 * @param link Aborted when the reader leaves while something is waited for: a generator would hear of it only afterwards.
 */
export function sourceOfExchange(
  running: ReturnType<Exchange>,
  link: Pick<LinkedSignal, 'abort' | 'unlink'>,
): AnswerSource {
  const end = Promise.withResolvers<ExchangeEnd>();
  end.promise.catch(() => {});
  let isRead = false;
  let isWaiting = false;

  const next = async (): Promise<IteratorResult<string, undefined>> => {
    isWaiting = true;
    try {
      const result = await running.next();
      if (result.done !== true) return result;
      link.unlink();
      end.resolve(result.value);
      return { done: true, value: undefined };
    } catch (error) {
      link.unlink();
      end.reject(error);
      throw error;
    } finally {
      isWaiting = false;
    }
  };
  const leave = async (): Promise<IteratorResult<string, undefined>> => {
    const left = abandoned();
    end.reject(left);
    if (isWaiting) link.abort(left);
    await running.return(undefined as never);
    link.unlink();
    return { done: true, value: undefined };
  };
  const readToEnd = async () => {
    while ((await next()).done !== true);
  };

  return {
    text() {
      if (isRead) throw alreadyRead(waysToRead);
      isRead = true;
      return { [Symbol.asyncIterator]: () => ({ next, return: leave }) };
    },
    end() {
      if (!isRead) {
        isRead = true;
        readToEnd().catch(() => {});
      }
      return end.promise;
    },
  };
}
