import { type ErrorKind, isChatError, type StreamEnd } from '@farebox/core';
import type { CircuitOutcome } from './circuit.js';

/** What a server that is down or overloaded does to a call. */
const failures: readonly ErrorKind[] = ['connection', 'timeout', 'server', 'truncated'];

/**
 * What an error says of the server's health.
 *
 * A status of 400–499 is a healthy server that says no (408 and 409 too, though they are retried). What never left, and what the
 * caller aborted, says nothing.
 */
export function outcomeOfError(error: unknown): CircuitOutcome {
  if (!isChatError(error)) return 'unknown';
  const { kind, status = 0, code } = error;
  if (kind === 'aborted' || code === 'not-sent' || code === 'circuit-open') return 'unknown';
  if (status >= 400 && status < 500) return 'success';
  return failures.includes(kind) ? 'failure' : 'unknown';
}

/** What the end of a stream says of the server's health: whoever left had been answered. */
export function outcomeOfEnd(end: StreamEnd): CircuitOutcome {
  if (typeof end === 'object') return outcomeOfError(end.failed);
  return end === 'aborted' ? 'unknown' : 'success';
}
