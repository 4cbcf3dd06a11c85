import { ChatError, type ErrorKind, isChatError } from '@farebox/core';
import { classifyResponse } from '@farebox/core/errors';

/** Kinds that say the provider refused before it generated anything, so nothing is billed. */
const refusals: ReadonlySet<ErrorKind> = new Set([
  'configuration',
  'authentication',
  'permission',
  'rate-limit',
  'quota',
  'bad-request',
  'not-found',
  'context-length',
  'content-filter',
]);

/** Codes of an attempt whose request cannot have left: no connection came about, or it was stopped before. */
const neverSent: ReadonlySet<string> = new Set([
  'not-sent',
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'connect',
  'proxy-refused',
]);

/**
 * Whether a failed attempt can have been billed.
 *
 * A 5xx, a timeout, a reset, an abort can: the provider may have generated, and bills what it
 * generated whether or not it arrived. What was delivered in part certainly was.
 */
export function mayBeBilled(error: ChatError): boolean {
  if (error.delivered) return true;
  if (error.status === 408) return true;
  if (refusals.has(error.kind)) return false;
  // Whoever answers with a status may name any code in its error.
  return error.status !== undefined || !neverSent.has(error.code ?? '');
}

/**
 * What an error of any client means. Those of the `openai` SDK are told by their status and code;
 * whatever has no status is taken for a broken connection, after which everything may be billed.
 */
export function toChatError(error: unknown): ChatError {
  if (isChatError(error)) return error;
  const { status, code, name } = (error ?? {}) as Record<string, unknown>;
  if (typeof status === 'number') {
    const body = JSON.stringify({ error: { code } });
    return classifyResponse({ status, headers: { get: () => null }, body, nowMs: 0 });
  }
  const aborted = name === 'AbortError' || name === 'APIUserAbortError';
  return new ChatError({
    kind: aborted ? 'aborted' : 'connection',
    message: 'The call failed without an answer.',
    cause: error,
  });
}
