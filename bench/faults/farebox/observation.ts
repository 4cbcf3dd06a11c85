import type { CallEvent, ChatError, StreamEnd } from '@farebox/core';
import type { Receipt } from '@farebox/cost';
import type { Leak } from '../canaries.ts';
import type { Got } from '../whole-answer.ts';

/** Everything that can be seen of one call through Farebox. */
export interface Observation extends Got {
  /** Undefined for a call that completed, or that its reader left. */
  readonly error: ChatError | undefined;
  /** What was thrown and is no `ChatError`: never right. */
  readonly untyped: string | undefined;
  readonly left: boolean;
  readonly receipts: readonly Receipt[];
  readonly events: readonly CallEvent[];
  /** Each stream that an attempt opened, and the ends that its watcher heard. */
  readonly ends: readonly (readonly StreamEnd[])[];
  /** What the call still holds of its budget, in picodollars. */
  readonly stillReserved: bigint;
  readonly timersLeft: number;
  readonly listenersLeft: number;
  readonly leaks: readonly Leak[];
  /** Requests that went out. */
  readonly sent: number;
  /** From each answer to the next request, in milliseconds. */
  readonly waitsMs: readonly number[];
  readonly elapsedMs: number;
}
