import type { ChatError } from '@farebox/core';
import type { Receipt } from '@farebox/cost';

/** One thing that happened in a run, and when. */
export type RunStep = { readonly atMs: number } & (
  | { readonly type: 'attempt'; readonly attempt: number }
  | { readonly type: 'settled'; readonly receipt: Receipt }
  | {
      readonly type: 'wait';
      readonly attempt: number;
      readonly waitMs: number;
      readonly error: ChatError;
    }
  | { readonly type: 'text' }
  | { readonly type: 'acted'; readonly what: string }
);

/** How a run ended: the error, or that it completed, or that its reader left. */
export type RunEnd = ChatError | 'completed' | 'abandoned';

/** A call under a fault, as far as it has come. */
export interface FaultRun {
  readonly phase: 'idle' | 'loading' | 'running' | 'ended' | 'stopped' | 'broken';
  readonly steps: readonly RunStep[];
  /** What was delivered. */
  readonly text: string;
  readonly toolCalls: number;
  readonly receipts: readonly Receipt[];
  readonly end?: RunEnd;
}

export type FaultRunEvent =
  /** What a run needs is on its way. */
  | { readonly type: 'loading' }
  | { readonly type: 'started' }
  | { readonly type: 'step'; readonly step: RunStep }
  | { readonly type: 'text'; readonly text: string; readonly atMs: number }
  | { readonly type: 'ended'; readonly end: RunEnd; readonly toolCalls: number }
  /** The reader of the page stopped it: nothing to compare. */
  | { readonly type: 'stopped' }
  /** The page itself failed. */
  | { readonly type: 'broken' }
  | { readonly type: 'cleared' };

export const idleRun: FaultRun = {
  phase: 'idle',
  steps: [],
  text: '',
  toolCalls: 0,
  receipts: [],
};

/** The most text that is kept for the eye: some faults send without end. */
const mostCharacters = 2_000;

/** The next state of a run. */
export function nextRun(run: FaultRun, event: FaultRunEvent): FaultRun {
  switch (event.type) {
    case 'loading':
      return { ...idleRun, phase: 'loading' };
    case 'started':
      return { ...idleRun, phase: 'running' };
    case 'cleared':
      return idleRun;
    case 'step': {
      const { step } = event;
      const receipts = step.type === 'settled' ? [...run.receipts, step.receipt] : run.receipts;
      return { ...run, receipts, steps: [...run.steps, step] };
    }
    case 'text': {
      const text = (run.text + event.text).slice(0, mostCharacters);
      const first = { type: 'text', atMs: event.atMs } as const;
      return { ...run, text, steps: run.text === '' ? [...run.steps, first] : run.steps };
    }
    case 'ended':
      return { ...run, phase: 'ended', end: event.end, toolCalls: event.toolCalls };
    case 'stopped':
    case 'broken':
      return { ...run, phase: event.type };
  }
}

export function isUnderWay({ phase }: FaultRun): boolean {
  return phase === 'loading' || phase === 'running';
}
