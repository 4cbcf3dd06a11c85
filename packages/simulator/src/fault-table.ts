import type { ChatRequest, ErrorKind } from '@farebox/core';
import data from '../fault-table.json' with { type: 'json' };
import type { FaultStep } from './faults/script.js';

/** How one attempt is paid for: not at all, as reported, by an assumed price, or as the most it can have cost. */
export type AttemptMoney = 'none' | 'reported' | 'estimated' | 'bounded';

/** What a caller does that is no fault of the provider's. */
export type ClientAction =
  | 'abort-before-send'
  | 'abort-in-headers'
  | 'abort-in-content'
  | 'abort-after-finish'
  | 'abort-in-wait'
  | 'leave'
  | 'never-read'
  | 'clock-jumps';

/** The one right behaviour of a client with a hard budget, two retries and every clock on. */
export interface ExpectedBehaviour {
  /** How the call ends. */
  readonly kind: ErrorKind | 'completed' | 'abandoned';
  /** The error's code, where it does not depend on the platform. */
  readonly code?: string;
  /** Whether the caller got any of the answer. */
  readonly delivered: boolean;
  /** Whether this failure is sent again at all. */
  readonly retried: boolean;
  /** Attempts that were paid for, the first included. */
  readonly attempts: number;
  /** One for each attempt. */
  readonly money: readonly AttemptMoney[];
  /** The exit code of the `farebox` command. */
  readonly exit: number;
  /** Why no more attempts were made, where it is not the kind of the failure. */
  readonly gaveUp?: 'retry-after';
  /** The wait that the provider asked for, where it was too long. */
  readonly retryAfterMs?: number;
  /** The bounds of the wait before the second attempt, where the provider has a say in it. */
  readonly waitsAtLeastMs?: number;
  readonly waitsAtMostMs?: number;
}

export interface FaultCase {
  /** Unlike any other in the table. */
  readonly name: string;
  /** One step for each request; the last repeats. */
  readonly script: readonly FaultStep[];
  /** What the request has beside its model and messages. */
  readonly request?: Partial<ChatRequest>;
  readonly client?: ClientAction;
  readonly expected: ExpectedBehaviour;
}

/** One fault, in one or several shapes. */
export interface FaultRow {
  /** From 1. */
  readonly number: number;
  readonly title: string;
  /** Where it happens: before a server is reached, on the socket, in status and headers, in the events, in their data, in the client. */
  readonly level: 'network' | 'socket' | 'http' | 'stream' | 'content' | 'client';
  readonly cases: readonly FaultCase[];
}

/**
 * Eighty faults and the right behaviour under each, as data: for tests, documents and lessons.
 *
 * The table is about the caller: `attempts` and `money` are what a ledger must show, whatever the
 * provider billed. The same file is at `@farebox/simulator/fault-table.json`.
 *
 * @example
 * const stall = faultTable.find(({ number }) => number === 13);
 * stall?.cases[0]?.expected.kind; // => 'timeout'
 */
export const faultTable: readonly FaultRow[] = data as readonly FaultRow[];
