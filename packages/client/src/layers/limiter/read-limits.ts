import { type HeaderReader, namedWait } from '@farebox/core';
import type { LimitFacts } from './bucket.js';

/**
 * What the `x-ratelimit-*` headers say of requests or of tokens; `undefined` without a limit.
 *
 * Azure writes -1 and 0 for what it does not know: a limit below 1 is none, a negative remainder unsaid.
 */
export function readLimits(
  headers: HeaderReader,
  what: 'requests' | 'tokens',
): LimitFacts | undefined {
  const limit = wholeNumber(headers.get(`x-ratelimit-limit-${what}`));
  if (limit === undefined || limit < 1) return undefined;
  const remaining = wholeNumber(headers.get(`x-ratelimit-remaining-${what}`));
  const reset = headers.get(`x-ratelimit-reset-${what}`)?.trim();
  // The same durations as in messages: 12ms, 1m30s, 6m0s.
  const resetMs = reset === undefined ? undefined : namedWait(`try again in ${reset}`);
  return { limit, remaining, resetMs };
}

function wholeNumber(text: string | null): number | undefined {
  return text !== null && /^\s*\d{1,15}\s*$/.test(text) ? Number(text) : undefined;
}
