import type { Outcome } from '@farebox/cost';
import type { RunStep } from '../wire/run-event.js';
import type { RunRecord } from '../wire/run-record.js';
import { isAskedFor } from './step-text.js';

/** An attempt as a bar, and the wait after it. Times are in milliseconds since the run began. */
export interface Lane {
  readonly attempt: number;
  readonly sentAtMs: number;
  readonly headersAtMs?: number;
  readonly status?: number;
  readonly firstTokenAtMs?: number;
  /** When bytes came, thinned to what an eye can tell apart. */
  readonly readsAtMs: readonly number[];
  readonly readCount: number;
  readonly bytes: number;
  /** Undefined while it is under way. */
  readonly endedAtMs?: number;
  readonly outcome?: Outcome;
  readonly wait?: {
    readonly fromMs: number;
    readonly toMs: number;
    /** As it was announced. */
    readonly waitMs: number;
    /** Whether it is as long as the server said, or the client's own backoff. */
    readonly asked: boolean;
  };
}

/** More marks than this on one bar are a solid line. */
const mostMarks = 240;

/** The attempts of a run, in order. */
export function timelineLanes(record: RunRecord): readonly Lane[] {
  const attempts = record.steps.filter((step) => step.type === 'attempt');
  return attempts.map((step, index) => {
    const { attempt } = step;
    const own = stepsOf(record, attempt);
    const replies = record.replies.filter((reply) => reply.attempt === attempt);
    const headers = own.find(({ type }) => type === 'headers');
    const first = own.find(({ type }) => type === 'first-token');
    const settled = own.find(({ type }) => type === 'settled');
    const wait = own.find(({ type }) => type === 'wait');
    const reads = replies.flatMap((reply) => reply.reads.map(({ atMs }) => atMs));
    const next = attempts[index + 1]?.atMs;
    const endedAtMs =
      settled?.atMs ?? wait?.atMs ?? next ?? (record.phase === 'ended' ? record.atMs : undefined);
    return {
      attempt,
      sentAtMs: replies[0]?.sentAtMs ?? step.atMs,
      readsAtMs: thinned(reads),
      readCount: replies.reduce((sum, { readCount }) => sum + readCount, 0),
      bytes: replies.reduce((sum, { length }) => sum + length, 0),
      ...(headers?.type === 'headers' && { headersAtMs: headers.atMs, status: headers.status }),
      ...(first !== undefined && { firstTokenAtMs: first.atMs }),
      ...(endedAtMs !== undefined && { endedAtMs }),
      ...(settled?.type === 'settled' && { outcome: settled.outcome }),
      ...(wait?.type === 'wait' && {
        wait: {
          fromMs: wait.atMs,
          toMs: next ?? endOfWait(record, wait.atMs + wait.waitMs),
          waitMs: wait.waitMs,
          asked: isAskedFor(wait.waitMs, wait.error),
        },
      }),
    };
  });
}

function stepsOf({ steps }: RunRecord, attempt: number): readonly RunStep[] {
  return steps.filter((step) => 'attempt' in step && step.attempt === attempt);
}

/** A wait that was left early is as long as it was. */
function endOfWait({ phase, atMs }: RunRecord, plannedMs: number): number {
  return phase === 'ended' ? Math.min(atMs, plannedMs) : plannedMs;
}

function thinned(times: readonly number[]): readonly number[] {
  const step = Math.ceil(times.length / mostMarks);
  return step <= 1 ? times : times.filter((_, index) => index % step === 0);
}
