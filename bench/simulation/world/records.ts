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
  endedMs: number | undefined;
  /** When its signal was aborted, and what the call was doing. */
  aborted: { readonly atMs: number; readonly phase: AbortedPhase } | undefined;
  readonly attempts: AttemptRecord[];
  readonly receipts: Receipt[];
  /** When the last of them came. */
  settledMs: number | undefined;
  /** What the caller got, piece by piece, since the answer began for the last time. */
  readonly pieces: string[];
  /** What the caller had of each answer that was begun anew, and how much was said to be void. */
  readonly voided: { readonly text: string; readonly saidCharacters: number }[];
  /** How often the call said that it goes on after a cut. */
  resumptions: number;
  /** How the call ended, each time that it did; once is right. */
  readonly outcomes: Outcome[];
}

/** What a call was doing when it was aborted, as far as the wire tells. */
export type AbortedPhase =
  | 'before its start'
  | 'before it was sent'
  | 'in its headers'
  | 'before its content'
  | 'in its content'
  | 'between attempts'
  | 'at its end'
  | 'after its end';

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
  /** As its reply names it. */
  id: string | undefined;
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
