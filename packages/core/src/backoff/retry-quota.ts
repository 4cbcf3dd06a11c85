import { ChatError } from '../errors/chat-error.js';

/** How much retrying an outage may cause: tokens per origin, shared by whoever shares the quota. */
export interface RetryQuota {
  /** The tokens that are left for an origin. */
  left(origin: string): number;
  /** Takes what a retry costs, before it is sent. */
  take(origin: string, tokens: number): void;
  /** Gives back the cost of a retry that succeeded or was never sent; 1 for a first try that did. */
  giveBack(origin: string, tokens: number): void;
}

export interface RetryQuotaOptions {
  /** What each origin has at first, and at most. Default 500: 35 retries, or 100 after rate limits. */
  readonly tokens?: number | undefined;
}

/**
 * What a retry after this error costs of a {@link RetryQuota}: 14 tokens, after a rate limit 5.
 *
 * Source: the retry quota of the AWS SDKs since November 2026 (500 tokens, 14 and 5).
 */
export function retryCost(error: ChatError): number {
  return error.kind === 'rate-limit' ? 5 : 14;
}

/**
 * A retry quota: while calls succeed it is never felt, in an outage it ends the retrying.
 *
 * It does not refill with time, only with successes: a retry that succeeds gets its cost back, a
 * first try that succeeds earns 1. Without it, an outage makes every client send three times as much.
 *
 * @throws {ChatError} `configuration` for a number of tokens that is none.
 * @example
 * const quota = retryQuota();
 * quota.take('https://api.openai.com', 14);
 * quota.left('https://api.openai.com'); // => 486
 */
export function retryQuota({ tokens: most = 500 }: RetryQuotaOptions = {}): RetryQuota {
  if (!(most >= 0)) {
    throw new ChatError({
      kind: 'configuration',
      message: `tokens is ${most}; a retry quota has 0 or more.`,
      fix: 'Leave tokens out for 500; Infinity switches the quota off.',
    });
  }
  // An origin that has all its tokens is not in here, so the map does not grow with the origins.
  const leftByOrigin = new Map<string, number>();
  const left = (origin: string) => leftByOrigin.get(origin) ?? most;
  const change = (origin: string, by: number) => {
    const tokens = Math.max(0, left(origin) + by);
    if (tokens >= most) leftByOrigin.delete(origin);
    else leftByOrigin.set(origin, tokens);
  };
  return {
    left,
    take: (origin, tokens) => change(origin, -tokens),
    giveBack: (origin, tokens) => change(origin, tokens),
  };
}
