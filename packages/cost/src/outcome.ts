import { type ErrorKind, isChatError } from '@farebox/core';

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
]);

/**
 * Whether a failed attempt can have been billed.
 *
 * A 5xx, a timeout, a reset, an abort can: the provider may have generated, and bills what it
 * generated whether or not it arrived. What was delivered in part certainly was.
 */
export function mayBeBilled(error: unknown): boolean {
  if (isChatError(error)) {
    if (error.delivered) return true;
    return !refusals.has(error.kind) && !neverSent.has(error.code ?? '');
  }
  // Beside a plain `openai` client: its errors have a status.
  const { status } = (error ?? {}) as { status?: unknown };
  return !(typeof status === 'number' && status >= 400 && status < 500 && status !== 408);
}
