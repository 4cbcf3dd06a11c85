import type { ChatError } from '@farebox/core';
import type { Receipt } from '@farebox/cost';
import type { RunEvent } from '../wire/run-event.js';
import { idleRecord, nextRecord, type RunRecord } from '../wire/run-record.js';

/** How a run ended: the error, or that it completed, or that its reader left. */
export type FaultEnd = ChatError | 'completed' | 'abandoned';

/** A call under a fault, as far as it has come. */
export interface FaultRun {
  readonly phase: 'idle' | 'loading' | 'running' | 'ended' | 'stopped' | 'broken';
  /** What happens in it, step by step and byte by byte. */
  readonly record: RunRecord;
  /** What was delivered. */
  readonly text: string;
  readonly toolCalls: number;
  readonly receipts: readonly Receipt[];
  readonly end?: FaultEnd;
}

export type FaultRunEvent =
  /** What a run needs is on its way. */
  | { readonly type: 'loading' }
  | { readonly type: 'recorded'; readonly event: RunEvent }
  | { readonly type: 'receipt'; readonly receipt: Receipt }
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'ended'; readonly end: FaultEnd; readonly toolCalls: number }
  /** The reader of the page stopped it: nothing to compare. */
  | { readonly type: 'stopped' }
  /** The page itself failed. */
  | { readonly type: 'broken' }
  | { readonly type: 'cleared' };

export const idleRun: FaultRun = {
  phase: 'idle',
  record: idleRecord,
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
    case 'cleared':
      return idleRun;
    case 'recorded': {
      const phase = event.event.type === 'started' ? 'running' : run.phase;
      return { ...run, phase, record: nextRecord(run.record, event.event) };
    }
    case 'receipt':
      return { ...run, receipts: [...run.receipts, event.receipt] };
    case 'text':
      return { ...run, text: (run.text + event.text).slice(0, mostCharacters) };
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
