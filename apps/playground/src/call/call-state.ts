import type { Answer } from '@farebox/chat';
import type { ChatError, ChatMessage, Picodollars, ToolCall } from '@farebox/core';
import type { Receipt } from '@farebox/cost';
import type { RunEvent } from '../wire/run-event.js';
import { idleRecord, nextRecord, type RunRecord } from '../wire/run-record.js';

/** A call, as the page shows it. */
export interface CallState {
  /** `refused` is the budget's no: nothing was sent. `stopped` is the reader's. */
  readonly phase: 'idle' | 'waiting' | 'streaming' | 'completed' | 'refused' | 'stopped' | 'failed';
  /** What has arrived of the answer; with a schema, of its JSON. */
  readonly text: string;
  /** Of an answer with a schema: what there is of its value, and at its end the checked whole. */
  readonly value?: unknown;
  /** What was said before the answer: calls of functions and their results. */
  readonly said: readonly ChatMessage[];
  /** The calls that wait for the reader's results. */
  readonly toolCalls: readonly ToolCall[];
  /** The answer with all that was said before it, for a conversation to go on with. */
  readonly messages: readonly ChatMessage[];
  /** One per attempt that has ended. */
  readonly receipts: readonly Receipt[];
  /** How often an answer that did not fit its schema was asked for again. */
  readonly reAsks: number;
  readonly error?: ChatError;
  /** What the budget had no room for. */
  readonly wanted?: Picodollars;
  readonly finishReason?: Answer['finishReason'];
  /** From the start to the first text. */
  readonly firstTextMs?: number;
  /** What happened on the wire, of the last request and its retries. */
  readonly record: RunRecord;
}

export type CallEvent =
  /** `after` is what was said before, where this goes on with results of functions. */
  | { readonly type: 'asked'; readonly after?: readonly ChatMessage[] }
  | { readonly type: 'text'; readonly text: string; readonly afterMs: number }
  | { readonly type: 'partial'; readonly value: unknown; readonly afterMs: number }
  | { readonly type: 're-asked' }
  | { readonly type: 'said'; readonly messages: readonly ChatMessage[] }
  | { readonly type: 'receipt'; readonly receipt: Receipt }
  | { readonly type: 'wire'; readonly event: RunEvent }
  | {
      readonly type: 'completed';
      readonly answer: Pick<Answer, 'finishReason' | 'text' | 'value' | 'toolCalls' | 'messages'>;
    }
  | {
      readonly type: 'failed';
      readonly error: ChatError;
      /** What the last attempt wanted to set aside. */
      readonly wanted?: Picodollars;
    };

export const idleCall: CallState = {
  phase: 'idle',
  text: '',
  said: [],
  toolCalls: [],
  messages: [],
  receipts: [],
  reAsks: 0,
  record: idleRecord,
};

/** The next state. What comes after the end of a call changes nothing but its receipts and its record. */
export function nextCall(state: CallState, event: CallEvent): CallState {
  switch (event.type) {
    case 'asked': {
      const { after } = event;
      if (after === undefined) return { ...idleCall, phase: 'waiting' };
      return { ...idleCall, phase: 'waiting', said: after, receipts: state.receipts };
    }
    case 'receipt':
      return { ...state, receipts: [...state.receipts, event.receipt] };
    case 'wire':
      return { ...state, record: nextRecord(state.record, event.event) };
    default:
      return isUnderWay(state) ? nextUnderWay(state, event) : state;
  }
}

type UnderWayEvent = Exclude<CallEvent, { type: 'asked' | 'receipt' | 'wire' }>;

function nextUnderWay(state: CallState, event: UnderWayEvent): CallState {
  switch (event.type) {
    case 'text':
      return { ...begun(state, event.afterMs), text: state.text + event.text };
    case 'partial':
      return {
        ...begun(state, event.afterMs),
        text: JSON.stringify(event.value, null, 2),
        value: event.value,
      };
    case 're-asked': {
      const { value: _, ...rest } = state;
      return { ...rest, text: '', reAsks: state.reAsks + 1 };
    }
    case 'said':
      // What is said with a call of a function is in its message: the answer's text begins after it.
      return { ...state, said: event.messages, text: '' };
    case 'completed': {
      const { finishReason, text, value, toolCalls, messages } = event.answer;
      const whole =
        value === undefined ? { text } : { value, text: JSON.stringify(value, null, 2) };
      return { ...state, ...whole, phase: 'completed', finishReason, toolCalls, messages };
    }
    case 'failed':
      return {
        ...state,
        phase: phaseOf(event.error),
        error: event.error,
        ...(event.wanted !== undefined && { wanted: event.wanted }),
      };
  }
}

export function isUnderWay({ phase }: CallState): boolean {
  return phase === 'waiting' || phase === 'streaming';
}

function begun(state: CallState, afterMs: number): CallState {
  return { ...state, phase: 'streaming', firstTextMs: state.firstTextMs ?? afterMs };
}

function phaseOf({ kind }: ChatError): CallState['phase'] {
  if (kind === 'budget') return 'refused';
  return kind === 'aborted' ? 'stopped' : 'failed';
}
