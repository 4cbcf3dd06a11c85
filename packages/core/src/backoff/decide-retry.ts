import type { ChatError, GaveUp } from '../errors/chat-error.js';
import { type ErrorKind, errorKinds } from '../errors/kinds.js';
import { type Backoff, exponential } from './exponential.js';
import { fullJitter } from './full-jitter.js';
import { retriedOnce } from './retried-once.js';
import { retryCost } from './retry-quota.js';

/** How often, how soon and how patiently to send again. */
export interface RetryPolicy {
  /** How many times to send again: `retries: 2` means 3 attempts at most. */
  readonly retries: number;
  /** If the server asks for a longer wait than this, give up at once. Milliseconds. */
  readonly maxRetryAfterMs: number;
  /** The wait after everything but `rate-limit`. */
  readonly transient: Backoff;
  /** The wait after `rate-limit`. */
  readonly throttled: Backoff;
}

/** Three attempts; full jitter over 250 ms (1 s when throttled), doubling, capped at 20 s; hints up to 60 s. */
export const defaultRetryPolicy: RetryPolicy = {
  retries: 2,
  maxRetryAfterMs: 60_000,
  transient: fullJitter(exponential({ firstMs: 250, capMs: 20_000 })),
  throttled: fullJitter(exponential({ firstMs: 1000, capMs: 20_000 })),
};

export interface RetryFacts {
  readonly error: ChatError;
  /** The attempt that failed, from 1. */
  readonly attempt: number;
  /** What is left until the call's deadline, in milliseconds. Default: no deadline. */
  readonly remainingMs?: number | undefined;
  /** What the origin's retry quota holds, in its tokens ({@link retryCost}). Default: no quota. */
  readonly quotaTokens?: number | undefined;
}

export type RetryDecision = { readonly retryInMs: number } | { readonly giveUp: GaveUp };

/** What no server can make us send again: another attempt would fail the same way or cost the same money. */
const final: readonly ErrorKind[] = [
  'quota',
  'authentication',
  'configuration',
  'budget',
  'aborted',
  'store',
];
/** 501 Not Implemented and 505 HTTP Version Not Supported: the same request meets the same answer. */
const hopelessStatuses = [501, 505];

/**
 * Whether to send again and when, or why not: the whole retry behaviour as one pure table.
 *
 * A server's hint is a floor, never a target: the wait is never shorter, and a hint above
 * `maxRetryAfterMs` gives up instead of coming early. Once a part of the answer was delivered,
 * nothing is sent again. Waits are whole milliseconds.
 *
 * @example
 * const error = new ChatError({ kind: 'server', message: 'Overloaded.', retryAfterMs: 3000 });
 * decideRetry(defaultRetryPolicy, { error, attempt: 1 }, Math.random); // => { retryInMs: 3000 }
 * decideRetry(defaultRetryPolicy, { error, attempt: 3 }, Math.random); // => { giveUp: 'attempts' }
 */
export function decideRetry(
  policy: RetryPolicy,
  facts: RetryFacts,
  random: () => number,
): RetryDecision {
  const { error, attempt, remainingMs = Number.POSITIVE_INFINITY, quotaTokens } = facts;
  if (error.delivered) return { giveUp: 'delivered' };
  const allowed = retriesFor(error, policy.retries);
  if (allowed === undefined) return { giveUp: 'not-retried' };
  if (attempt > allowed) return { giveUp: 'attempts' };
  const hintMs = error.retryAfterMs ?? 0;
  if (hintMs > policy.maxRetryAfterMs) return { giveUp: 'retry-after' };
  const backoff = error.kind === 'rate-limit' ? policy.throttled : policy.transient;
  const retryInMs = Math.ceil(Math.max(hintMs, backoff(attempt, random)));
  if (retryInMs >= remainingMs) return { giveUp: 'deadline' };
  // Last, because it is the one reason that other calls can lift.
  if (quotaTokens !== undefined && quotaTokens < retryCost(error)) return { giveUp: 'retry-quota' };
  return { retryInMs };
}

/** How many retries an error is worth, `undefined` if none at all. */
function retriesFor(error: ChatError, retries: number): number | undefined {
  if (error.shouldRetry === false || final.includes(error.kind)) return undefined;
  if (error.shouldRetry === true) return retries;
  if (retriedOnce.some(({ kind, code }) => kind === error.kind && code === error.code)) {
    return Math.min(1, retries);
  }
  if (error.kind === 'server' && hopelessStatuses.includes(error.status ?? 0)) return undefined;
  const { retried } = errorKinds[error.kind];
  // `opt-in` is about restarting what was delivered in part; here, nothing was.
  return retried === 'yes' || retried === 'opt-in' ? retries : undefined;
}
