import type { Answer } from '@farebox/chat';
import type { ChatError } from '@farebox/core';
import type { Receipt } from '@farebox/cost';

/** A call, as the page shows it. */
export interface CallState {
  /** `refused` is the budget's no: nothing was sent. `stopped` is the reader's. */
  readonly phase: 'idle' | 'waiting' | 'streaming' | 'completed' | 'refused' | 'stopped' | 'failed';
  /** What has arrived of the answer. */
  readonly text: string;
  /** One per attempt that has ended. */
  readonly receipts: readonly Receipt[];
  readonly error?: ChatError;
  readonly finishReason?: Answer['finishReason'];
  /** How many requests the provider has seen of it. */
  readonly requestsSent?: number;
  /** From the start to the first text. */
  readonly firstTextMs?: number;
}

export type CallEvent =
  | { readonly type: 'asked' }
  | { readonly type: 'text'; readonly text: string; readonly afterMs: number }
  | { readonly type: 'receipt'; readonly receipt: Receipt }
  | { readonly type: 'completed'; readonly finishReason: Answer['finishReason'] }
  | { readonly type: 'failed'; readonly error: ChatError; readonly requestsSent: number }
  | { readonly type: 'cleared' };

export const idleCall: CallState = { phase: 'idle', text: '', receipts: [] };

/** The next state. What comes after the end of a call changes nothing but its receipts. */
export function nextCall(state: CallState, event: CallEvent): CallState {
  switch (event.type) {
    case 'asked':
      return { ...idleCall, phase: 'waiting' };
    case 'cleared':
      return idleCall;
    case 'receipt':
      return { ...state, receipts: [...state.receipts, event.receipt] };
    case 'text':
      if (!isUnderWay(state)) return state;
      return {
        ...state,
        phase: 'streaming',
        text: state.text + event.text,
        firstTextMs: state.firstTextMs ?? event.afterMs,
      };
    case 'completed':
      if (!isUnderWay(state)) return state;
      return { ...state, phase: 'completed', finishReason: event.finishReason };
    case 'failed': {
      if (!isUnderWay(state)) return state;
      const { error, requestsSent } = event;
      return { ...state, phase: phaseOf(error), error, requestsSent };
    }
  }
}

export function isUnderWay({ phase }: CallState): boolean {
  return phase === 'waiting' || phase === 'streaming';
}

function phaseOf({ kind }: ChatError): CallState['phase'] {
  if (kind === 'budget') return 'refused';
  return kind === 'aborted' ? 'stopped' : 'failed';
}
