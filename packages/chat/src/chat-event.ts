import type { CallEvent, ChatError } from '@farebox/core';
import type { Receipt } from '@farebox/cost';
import type { Answer } from './answer.js';
import type { ContextTrimmedEvent } from './conversation/context-trimmed-event.js';
import type { ReAskEvent } from './schema/re-ask-event.js';
import type { ToolEvent } from './tools/tool-event.js';

/** Everything that an observer hears of, as it happens. None of it has text of a prompt or an answer in it. */
export type ChatEvent =
  | CallEvent
  | ReceiptEvent
  | ToolEvent
  | ContextTrimmedEvent
  | ReAskEvent
  | AnswerEvent
  | ErrorEvent;

export type Observer = (event: ChatEvent) => void;

/** An attempt has ended and its receipt is in the ledger. */
export interface ReceiptEvent {
  readonly type: 'receipt';
  readonly receipt: Receipt;
}

/** The call has its answer, and every attempt of it a receipt; told once, before the loop ends or `answer` resolves. */
export interface AnswerEvent
  extends Pick<
    Answer,
    | 'model'
    | 'finishReason'
    | 'truncated'
    | 'stopped'
    | 'usage'
    | 'cost'
    | 'costUsd'
    | 'attempts'
    | 'requestId'
  > {
  readonly type: 'answer';
  /** Since the first read. */
  readonly afterMs: number;
}

/**
 * The call has ended without an answer: failed, aborted, or left by its reader (code `abandoned`). Told once. Under
 * `drain` the last receipt comes after it.
 */
export interface ErrorEvent {
  readonly type: 'error';
  readonly error: ChatError;
  /** Since the first read. */
  readonly afterMs: number;
}
