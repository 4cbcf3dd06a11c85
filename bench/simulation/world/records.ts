import type { StreamEnd } from '@farebox/core';
import type { Receipt } from '@farebox/cost';
import type { FaultStep } from '@farebox/simulator';
import type { PlannedCall, PlannedClient } from '../scenario/scenario.ts';

/** One call as its caller and the wire saw it. */
export interface CallRecord {
  readonly index: number;
  readonly plan: PlannedCall;
  readonly client: PlannedClient;
  readonly controller: AbortController;
  startedMs: number | undefined;
  readonly attempts: AttemptRecord[];
  readonly receipts: Receipt[];
  /** What the caller got, piece by piece. */
  readonly pieces: string[];
  /** How the call ended, each time that it did; once is right. */
  readonly outcomes: Outcome[];
}

/** One try: what the layers above the transport take for an attempt. */
export interface AttemptRecord {
  readonly callId: string | undefined;
  readonly number: number | undefined;
  readonly model: string;
  readonly startedMs: number;
  readonly requests: RequestRecord[];
  /** Whether it had an answer that carried something. */
  opened: boolean;
  error: unknown;
  /** What its stream said of its end. */
  readonly ends: StreamEnd[];
}

/** One request on the wire. */
export interface RequestRecord {
  readonly number: number;
  readonly sentMs: number;
  /** Whether the caller had aborted before it left. */
  readonly afterAbort: boolean;
  readonly afterDeadline: boolean;
  readonly step: FaultStep;
  status: number | undefined;
  answeredMs: number | undefined;
  /** How long the server asked to be left alone. */
  hintMs: number | undefined;
}

/** How a call ended for its caller. */
export type Outcome =
  | {
      readonly how: 'completed';
      readonly text: string;
      readonly toolCalls: readonly ToolCallGot[] | undefined;
      readonly isCut: boolean;
      readonly attempts: number | undefined;
      readonly finishReason: string | undefined;
    }
  | { readonly how: 'left' }
  | { readonly how: 'threw'; readonly error: unknown };

export interface ToolCallGot {
  readonly name: string;
  readonly arguments: string;
}
