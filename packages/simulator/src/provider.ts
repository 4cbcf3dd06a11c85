import type { Clock, HeaderReader } from '@farebox/core';
import type { BillingLine } from './books/books.js';
import type { PromptCache } from './cache/prompt-cache.js';
import type { FaultStep } from './faults/script.js';
import type { WireSink } from './faults/wire-fault.js';
import type { KeptReplies } from './idempotency/kept-replies.js';
import type { Limiter } from './limits/limiter.js';
import type { ScriptedAnswer } from './model/scripted-answer.js';
import type { Pace } from './wire/pace.js';

/** What every request of one simulator shares. */
export interface Provider {
  readonly clock: Clock;
  readonly apiKeys: readonly string[] | undefined;
  readonly pace: Pace | undefined;
  /** `any` decides what no request chooses; `chosen` goes with a request's own seed. */
  readonly seed: { readonly any: string; readonly chosen: string };
  /** The live script: each chat completion takes its first step. */
  readonly faults: FaultStep[];
  /** The live script of what to say instead of the model. */
  readonly answers: ScriptedAnswer[];
  readonly limiter: Limiter;
  readonly kept: KeptReplies;
  readonly cache: PromptCache;
  readonly arrived: (requestId: string) => BillingLine;
}

/** What is read of a request; a `Request` has it. */
export interface SimulatedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: HeaderReader;
  text(): Promise<string>;
}

/** What a request knows of itself. */
export interface Arrival {
  readonly request: SimulatedRequest;
  /** Counts the requests of the simulator, from 1. */
  readonly number: number;
  readonly id: string;
  readonly startedMs: number;
  readonly signal: AbortSignal | undefined;
  /** Only where a server writes the reply to a socket. */
  readonly wire: WireSink | undefined;
}
