import type { ClocksOptions, DrainOptions, LimiterOptions } from '@farebox/client';
import type { ChatRequest } from '@farebox/core';
import type { FaultStep, Limits, Pace } from '@farebox/simulator';

/** What one seed plays: plain data, drawn before anything runs. */
export interface Scenario {
  readonly seed: number;
  readonly scopes: readonly PlannedScope[];
  readonly ledgers: readonly PlannedLedger[];
  readonly clients: readonly PlannedClient[];
  readonly calls: readonly PlannedCall[];
  readonly provider: {
    /** One for each request, in the order in which they arrive; then all is well. */
    readonly faults: readonly FaultStep[];
    readonly pace: Pace | undefined;
    readonly limits: Limits;
  };
  readonly upsets: readonly Upset[];
  /** When the signal that several calls share is aborted, if it is. */
  readonly sharedAbortAtMs: number | undefined;
}

export interface PlannedScope {
  readonly id: string;
  readonly limitUsd: string | undefined;
}

/** A ledger in memory that answers after a while, as one on a disk would. */
export interface PlannedLedger {
  readonly reserveMs: number;
  readonly settleMs: number;
}

export interface PlannedClient {
  /** `chat`: ChatClient. `layers`: the same layers stacked by hand, and the stream as it is. */
  readonly kind: 'chat' | 'layers';
  readonly ledger: number;
  /** Indexes of scopes, the outermost first. */
  readonly scopes: readonly number[];
  readonly request: Omit<ChatRequest, 'messages'>;
  readonly system: string | undefined;
  readonly clocks: ClocksOptions & { readonly totalMs?: number };
  readonly retries: number | undefined;
  readonly maxRetryAfterMs: number | undefined;
  /** What its retry quota holds; `undefined` for the default. */
  readonly quotaTokens: number | undefined;
  readonly limiter: LimiterOptions | undefined;
  readonly breaker: { readonly minimumCalls: number; readonly openMs: number } | undefined;
  readonly fallbackModels: readonly string[];
  readonly onTruncated: 'throw' | 'restart' | 'continue';
  readonly resumptions: number | undefined;
  /** How far a reply is read on once its caller has gone; `undefined`: not at all. */
  readonly drain: DrainOptions | undefined;
}

/** How the caller takes the answer. */
export type Reading = 'ask' | 'read' | 'slow' | 'leave' | 'stop-reading' | 'chunks';

/** Where the caller's abort falls. */
export type AbortPlace =
  | 'never'
  | 'before'
  | 'after-ms'
  | 'on-send'
  | 'on-headers'
  | 'on-text'
  | 'after-attempt'
  | 'on-end';

export interface PlannedCall {
  readonly client: number;
  readonly startMs: number;
  readonly question: string;
  readonly answer: PlannedAnswer;
  readonly reading: Reading;
  /** Pieces after which a reader leaves or stops. */
  readonly pieces: number;
  /** How long a slow reader takes for each piece. */
  readonly pauseMs: number;
  /** Whether a watcher looks at each chunk. */
  readonly watched: boolean;
  readonly sharesSignal: boolean;
  readonly abort: {
    readonly place: AbortPlace;
    /** For the nth send, reply, text or attempt, from 1. */
    readonly nth: number;
    readonly delayMs: number;
    /** Turns of promises between the event and the abort. */
    readonly turns: number;
  };
}

export interface PlannedAnswer {
  readonly text: string;
  readonly toolCall:
    | { readonly name: string; readonly arguments: Record<string, unknown> }
    | undefined;
}

/** What happens to the machine. */
export interface Upset {
  readonly kind: 'jump' | 'suspend';
  readonly atMs: number;
  readonly ms: number;
}
