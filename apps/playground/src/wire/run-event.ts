import type { Cost, Outcome } from '@farebox/cost';
import type { ErrorRecord } from './error-record.js';

/** What one attempt was charged, as plain data. */
export interface ChargeRecord {
  readonly known: Cost['known'];
  /** Dollars as exact decimal text; undefined where the cost is unknown. */
  readonly usd?: string;
}

/** How a run ended. */
export type RunEnd =
  | { readonly how: 'completed'; readonly finishReason?: string }
  /** Its reader left. */
  | { readonly how: 'abandoned' }
  | { readonly how: 'failed'; readonly error: ErrorRecord };

/** How the body of a reply ended: by itself, by breaking off, or because the client closed it. */
export type BodyEnd = 'closed' | 'broken' | 'cancelled';

/** What is worth a line of its own. Times are in milliseconds since the run began. */
export type RunStep = { readonly atMs: number } & (
  | { readonly type: 'attempt'; readonly attempt: number }
  | {
      readonly type: 'headers';
      readonly attempt: number;
      readonly status: number;
      readonly contentType: string;
      /** As the server wrote it. */
      readonly retryAfter?: string;
    }
  | { readonly type: 'first-token'; readonly attempt: number }
  | {
      readonly type: 'settled';
      readonly attempt: number;
      readonly outcome: Outcome;
      readonly charge: ChargeRecord;
    }
  | {
      readonly type: 'wait';
      /** The one that has failed. */
      readonly attempt: number;
      readonly waitMs: number;
      readonly error: ErrorRecord;
    }
  | { readonly type: 'fallback'; readonly attempt: number; readonly model: string }
  | {
      readonly type: 'resumed';
      readonly attempt: number;
      readonly how: 'restart' | 'continue';
    }
  /** What the caller does beside reading. */
  | { readonly type: 'acted'; readonly what: string }
  | { readonly type: 'ended'; readonly end: RunEnd }
);

/** What happens in a run: its steps, and what is on the wire. Requests are numbered from 1. */
export type RunEvent =
  | { readonly type: 'started'; readonly deadlineMs?: number }
  | RunStep
  | { readonly type: 'sent'; readonly request: number; readonly atMs: number }
  | {
      readonly type: 'answered';
      readonly request: number;
      readonly atMs: number;
      readonly status: number;
      readonly contentType: string;
      readonly retryAfter?: string;
    }
  /** One read of the network, the bytes in Base64; or, past the bounds of a record, many of them counted. */
  | {
      readonly type: 'read';
      readonly request: number;
      readonly atMs: number;
      readonly base64: string;
      readonly length: number;
      readonly count: number;
    }
  | {
      readonly type: 'over';
      readonly request: number;
      readonly atMs: number;
      readonly how: BodyEnd | 'unanswered';
    };
