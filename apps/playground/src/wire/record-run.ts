import type { ChatEvent } from '@farebox/chat';
import { type Clock, formatUsd } from '@farebox/core';
import type { Receipt } from '@farebox/cost';
import { errorRecord } from './error-record.js';
import type { ChargeRecord, RunEvent } from './run-event.js';
import { watchedFetch } from './watched-fetch.js';

/** What to hand to a `ChatClient` so that nothing of its next call is missed. */
export interface RunRecorder {
  readonly fetch: typeof globalThis.fetch;
  readonly observe: (event: ChatEvent) => void;
  /** What the caller itself does, in words. */
  readonly acted: (what: string) => void;
}

export interface RecordRunOptions {
  /** What the client would have been given. */
  readonly fetch: typeof globalThis.fetch;
  readonly clock: Pick<Clock, 'monotonicMs'>;
  /** The `totalMs` of its clocks, for the deadline to be seen. */
  readonly totalMs?: number;
  /** Put each into `nextRecord`, beginning with `idleRecord`. */
  readonly onEvent: (event: RunEvent) => void;
}

/**
 * Records one call: everything on the wire and everything the client says of it.
 *
 * @example
 * const recorder = recordRun({ fetch: simulator.fetch, clock: browserClock, onEvent: dispatch });
 * new ChatClient({ …, fetch: recorder.fetch, observe: recorder.observe })
 */
export function recordRun({ fetch, clock, totalMs, onEvent }: RecordRunOptions): RunRecorder {
  const startedMs = clock.monotonicMs();
  const atMs = () => clock.monotonicMs() - startedMs;
  onEvent({ type: 'started', ...(totalMs !== undefined && { deadlineMs: totalMs }) });
  return {
    fetch: watchedFetch(fetch, atMs, onEvent),
    observe(event) {
      const recorded = eventOf(event, atMs());
      if (recorded !== undefined) onEvent(recorded);
    },
    acted: (what) => onEvent({ type: 'acted', atMs: atMs(), what }),
  };
}

function eventOf(event: ChatEvent, atMs: number): RunEvent | undefined {
  switch (event.type) {
    case 'attempt':
    case 'first-token':
      return { type: event.type, atMs, attempt: event.attempt };
    case 'wait': {
      const { attempt, waitMs, error } = event;
      return { type: 'wait', atMs, attempt, waitMs, error: errorRecord(error) };
    }
    case 'fallback':
      return { type: 'fallback', atMs, attempt: event.attempt, model: event.model };
    case 'restart':
    case 'continue':
      return { type: 'resumed', atMs, attempt: event.attempt, how: event.type };
    case 'receipt': {
      const { attempt, outcome } = event.receipt;
      return { type: 'settled', atMs, attempt, outcome, charge: chargeOf(event.receipt) };
    }
    case 'answer': {
      const { finishReason } = event;
      const finish = finishReason === null ? {} : { finishReason };
      return { type: 'ended', atMs, end: { how: 'completed', ...finish } };
    }
    case 'error': {
      const { error } = event;
      if (error.code === 'abandoned') return { type: 'ended', atMs, end: { how: 'abandoned' } };
      return { type: 'ended', atMs, end: { how: 'failed', error: errorRecord(error) } };
    }
    default:
      return undefined;
  }
}

/** What an attempt was charged, and how well that is known. */
function chargeOf({ cost }: Pick<Receipt, 'cost'>): ChargeRecord {
  if (cost.known === 'unknown') return { known: 'unknown' };
  return { known: cost.known, usd: formatUsd(cost.amount) };
}
