import type { BodyEnd, RunEnd, RunEvent, RunStep } from './run-event.js';

/** The bytes of one read of the network. */
export interface ReadRecord {
  readonly atMs: number;
  readonly base64: string;
}

/** One request, and what came back, byte for byte. */
export interface ReplyRecord {
  readonly attempt: number;
  readonly sentAtMs: number;
  readonly headersAtMs?: number;
  readonly status?: number;
  readonly contentType?: string;
  readonly reads: readonly ReadRecord[];
  /** Bytes and reads that came, kept or not. */
  readonly length: number;
  readonly readCount: number;
  readonly endedAtMs?: number;
  readonly ended?: BodyEnd | 'unanswered';
}

/** What happened in one run of a call, as far as it has come: plain JSON, and bounded however much comes. */
export interface RunRecord {
  readonly phase: 'idle' | 'running' | 'ended';
  /** When the whole call must be over. */
  readonly deadlineMs?: number;
  readonly steps: readonly RunStep[];
  readonly replies: readonly ReplyRecord[];
  readonly end?: RunEnd;
  /** When the last event came. */
  readonly atMs: number;
}

export const idleRecord: RunRecord = { phase: 'idle', steps: [], replies: [], atMs: 0 };

/** What is kept of one run; how much of a reply, `watchedFetch` says. */
export const recordBounds = { replies: 16, steps: 200 } as const;

/** The next state of a record. */
export function nextRecord(record: RunRecord, event: RunEvent): RunRecord {
  if (event.type === 'started') {
    const { deadlineMs } = event;
    return { ...idleRecord, phase: 'running', ...(deadlineMs !== undefined && { deadlineMs }) };
  }
  const next = { ...record, atMs: Math.max(record.atMs, event.atMs) };
  switch (event.type) {
    case 'sent':
      return withReply(next, event.request, (_, attempt) => ({
        attempt,
        sentAtMs: event.atMs,
        reads: [],
        length: 0,
        readCount: 0,
      }));
    case 'answered': {
      const { request, atMs, status, contentType, retryAfter } = event;
      const replies = withReply(next, request, (reply) => ({
        ...reply,
        headersAtMs: atMs,
        status,
        contentType,
      }));
      const attempt = next.replies[request - 1]?.attempt ?? lastAttempt(next);
      const told = retryAfter === undefined ? {} : { retryAfter };
      return withStep(replies, { type: 'headers', atMs, attempt, status, contentType, ...told });
    }
    case 'read':
      return withReply(next, event.request, (reply) => withRead(reply, event));
    case 'over':
      return withReply(next, event.request, (reply) => ({
        ...reply,
        // The first end is how it ended; what the client closes afterwards was over.
        endedAtMs: reply.endedAtMs ?? event.atMs,
        ended: reply.ended ?? event.how,
      }));
    case 'ended':
      return { ...withStep(next, event), phase: 'ended', end: event.end };
    default:
      return withStep(next, event);
  }
}

function withStep(record: RunRecord, step: RunStep): RunRecord {
  // The end is always kept: it is what a reader looks for.
  if (record.steps.length >= recordBounds.steps && step.type !== 'ended') return record;
  return { ...record, steps: [...record.steps, step] };
}

function withReply(
  record: RunRecord,
  request: number,
  change: (reply: ReplyRecord, attempt: number) => ReplyRecord,
): RunRecord {
  const at = request - 1;
  if (at >= recordBounds.replies) return record;
  const replies = [...record.replies];
  replies[at] = change(replies[at] as ReplyRecord, lastAttempt(record));
  return { ...record, replies };
}

function withRead(
  reply: ReplyRecord,
  { atMs, length, base64, count }: Extract<RunEvent, { readonly type: 'read' }>,
): ReplyRecord {
  const readCount = reply.readCount + count;
  const counted = { ...reply, length: reply.length + length, readCount };
  return base64 === '' ? counted : { ...counted, reads: [...reply.reads, { atMs, base64 }] };
}

function lastAttempt({ steps }: RunRecord): number {
  const last = steps.findLast(({ type }) => type === 'attempt');
  return last?.type === 'attempt' ? last.attempt : 1;
}
