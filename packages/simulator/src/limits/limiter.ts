import type { Clock } from '@farebox/core';
import type { Refusal } from '../refusal/refusal.js';
import { defaultLimits, type Limits } from './limits.js';
import { rateLimited, requestTooLarge } from './refusals.js';
import { spellDuration } from './spell-duration.js';
import { type TokenBucket, tokenBucket } from './token-bucket.js';

/** The limits of each model, and how much of them is used. */
export interface Limiter {
  /** Lets a request in and takes its part; or takes nothing, and says why it may not. */
  admit(model: string, tokens: number): Refusal | undefined;
  /** OpenAI's six `x-ratelimit` headers, as of now. */
  headers(model: string): Readonly<Record<string, string>>;
}

interface Limited {
  readonly kind: 'requests' | 'tokens';
  readonly bucket: TokenBucket;
  readonly enforced: boolean;
}

/**
 * A limiter with full buckets for every model.
 *
 * Both limits are counted whether asked for or not, so that the headers are true; only a limit that
 * was asked for refuses. Names of models must come from the price list, or the buckets would grow.
 */
export function openLimiter(limits: Limits, clock: Clock): Limiter {
  const buckets = new Map<string, readonly Limited[]>();
  const of = (model: string): readonly Limited[] => {
    const known = buckets.get(model) ?? [
      limited('requests', limits.requestsPerMinute, defaultLimits.requestsPerMinute),
      limited('tokens', limits.tokensPerMinute, defaultLimits.tokensPerMinute),
    ];
    buckets.set(model, known);
    return known;
  };

  return {
    admit(model, tokens) {
      const nowMs = clock.monotonicMs();
      let refusal: Refusal | undefined;
      let longestMs = 0;
      for (const { kind, bucket, enforced } of of(model)) {
        const requested = kind === 'requests' ? 1 : tokens;
        const waitMs = bucket.waitMs(requested, nowMs);
        if (!enforced || waitMs <= longestMs) continue;
        // Where both are short, the longer wait is the one after which the request is let in.
        longestMs = waitMs;
        const { perMinute } = bucket;
        const used = perMinute - bucket.remaining(nowMs);
        const facts = { model, kind, perMinute, used, requested, waitMs };
        refusal = waitMs === Number.POSITIVE_INFINITY ? requestTooLarge(facts) : rateLimited(facts);
      }
      if (refusal !== undefined) return refusal;
      for (const { kind, bucket } of of(model))
        bucket.take(kind === 'requests' ? 1 : tokens, nowMs);
      return undefined;
    },
    headers(model) {
      const nowMs = clock.monotonicMs();
      return Object.fromEntries(
        of(model).flatMap(({ kind, bucket }) => [
          [`x-ratelimit-limit-${kind}`, String(bucket.perMinute)],
          [`x-ratelimit-remaining-${kind}`, String(bucket.remaining(nowMs))],
          [`x-ratelimit-reset-${kind}`, spellDuration(bucket.waitMs(bucket.perMinute, nowMs))],
        ]),
      );
    },
  };
}

function limited(kind: Limited['kind'], asked: number | undefined, otherwise: number): Limited {
  return { kind, bucket: tokenBucket(asked ?? otherwise), enforced: asked !== undefined };
}
