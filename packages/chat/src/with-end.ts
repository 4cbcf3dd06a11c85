import { systemClock } from '@farebox/client';
import { ChatError, type Clock, isChatError } from '@farebox/core';
import { toAnswer } from './answer.js';
import type { AnswerSource } from './answer-source.js';
import type { OpenedAnswer } from './answer-stream.js';
import type { AnswerEvent, ErrorEvent, Observer } from './chat-event.js';
import type { ExchangeEnd } from './exchange.js';

/**
 * The same answer, whose end is told: `answer` or `error`, once, before its reader has it.
 *
 * It costs one promise a block, and only where somebody observes.
 */
export async function withEnd(
  open: () => Promise<OpenedAnswer>,
  observe: Observer,
  clock: Clock = systemClock,
): Promise<OpenedAnswer> {
  const startedMs = clock.monotonicMs();
  let isTold = false;
  const tell = (event: Omit<AnswerEvent, 'afterMs'> | Omit<ErrorEvent, 'afterMs'>) => {
    if (isTold) return;
    isTold = true;
    observe({ ...event, afterMs: clock.monotonicMs() - startedMs });
  };
  const failed = (error: unknown) => tell({ type: 'error', error: toChatError(error) });

  let opened: OpenedAnswer;
  try {
    opened = await open();
  } catch (error) {
    failed(error);
    throw error;
  }
  const { source, receipts, said } = opened;
  const answered = (end: ExchangeEnd) => {
    const { model, finishReason, truncated, stopped, usage, cost, costUsd, attempts, requestId } =
      toAnswer(end, receipts, said);
    const facts = { model, finishReason, truncated, stopped, usage, cost, costUsd, attempts };
    tell({ type: 'answer', ...facts, requestId });
  };
  return { ...opened, source: toldSource(source, answered, failed) };
}

function toldSource(
  source: AnswerSource,
  answered: (end: ExchangeEnd) => void,
  failed: (error: unknown) => void,
): AnswerSource {
  const thrown = (error: unknown) => {
    failed(error);
    throw error;
  };
  const ended = () => source.end().then(answered, failed);
  return {
    text() {
      const text = source.text()[Symbol.asyncIterator]();
      const done = { done: true, value: undefined } as const;
      return {
        [Symbol.asyncIterator]: () => ({
          next: () =>
            text.next().then((result) => (result.done ? ended().then(() => done) : result), thrown),
          // Left early, or after the end, which was told.
          return: async () => {
            await text.return?.();
            await ended();
            return done;
          },
        }),
      };
    },
    end() {
      const end = source.end();
      const told = end.then((value) => {
        answered(value);
        return value;
      }, thrown);
      told.catch(() => {});
      return told;
    },
  };
}

/** Whatever is thrown by something that is not ours, such as a function of the caller. */
function toChatError(error: unknown): ChatError {
  if (isChatError(error)) return error;
  return new ChatError({
    kind: 'configuration',
    code: 'unexpected',
    message:
      'Something failed that is not a part of the call, such as a function that was passed in.',
    cause: error,
  });
}
