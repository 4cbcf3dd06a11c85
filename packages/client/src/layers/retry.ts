import {
  abortError,
  type CallContext,
  ChatError,
  decideRetry,
  defaultRetryPolicy,
  errorKinds,
  type GaveUp,
  isChatError,
  type Layer,
  newCallId,
  type RetryPolicy,
  type RetryQuota,
  retryCost,
} from '@farebox/core';
import { sleep } from '../clock/sleep.js';
import { systemClock } from '../clock/system-clock.js';
import { patienceFactor } from './patience.js';
import { quotaAccount } from './quota-account.js';
import { sharedQuota } from './shared-quota.js';

export interface RetryOptions extends Partial<RetryPolicy> {
  /**
   * What retries may cost per origin, over all calls that share it. Default: one for the process
   * (for a clock of your own, one per clock). `retryQuota({ tokens: Infinity })` for none.
   */
  readonly quota?: RetryQuota | undefined;
}

/**
 * Sends again what delivered nothing and may succeed: full jitter, and never before the server says.
 *
 * `retries: 2`, the default, means up to three attempts. An error that comes out has been final:
 * `attempts` says how often it was tried, `gaveUp` why no more. Waiting ends at once on an abort,
 * and nothing is sent after it. Attempts are numbered on from `context.attempt`. In an outage the
 * quota ends the retrying (`gaveUp: 'retry-quota'`); first tries are always sent.
 *
 * @throws {ChatError} `configuration` for a number of retries that is none.
 * @example
 * const call = stack(retry({ retries: 4 }), clocks())(transport);
 */
export function retry({ quota: ownQuota, ...options }: RetryOptions = {}): Layer {
  const policy: RetryPolicy = { ...defaultRetryPolicy, ...definedOnly(options) };
  checkPolicy(policy);

  return (next) => async (request, context) => {
    const { clock = systemClock, random = Math.random, onEvent, deadlineAtMs } = context;
    const account = quotaAccount(ownQuota ?? sharedQuota(clock));
    const callId = context.callId ?? newCallId(random);
    const onSend = (origin: string) => {
      account.sentTo(origin);
      context.onSend?.(origin);
    };
    let patience = context.patience ?? 1;
    let attempt = context.attempt ?? 1;
    let attempts = 0;
    let previous: ChatError | undefined;
    for (let tried = 1; ; tried++) {
      try {
        onEvent?.({ type: 'attempt', attempt });
        const inner: CallContext = { ...context, onSend, callId, attempt, patience };
        const stream = await next(request, inner);
        account.giveBack();
        return stream;
      } catch (thrown) {
        if (!isChatError(thrown)) throw thrown;
        if (thrown.kind === 'budget' && previous !== undefined) {
          // The budget has no room for another try: what went wrong first is the cause.
          account.giveBack();
          throw thrown.with({ cause: previous, gaveUp: 'budget', attempts });
        }
        // More than one where a layer inside made several: their numbers are taken.
        attempts += thrown.attempts;
        const remainingMs =
          deadlineAtMs === undefined ? undefined : deadlineAtMs - clock.monotonicMs();
        const facts = { error: thrown, attempt: tried, remainingMs, quotaTokens: account.left };
        // A layer inside that could not wait until the deadline has found it for all attempts.
        if (thrown.gaveUp === 'deadline') throw thrown.with({ attempts });
        const decision = decideRetry(policy, facts, random);
        if ('giveUp' in decision) {
          const { giveUp } = decision;
          throw thrown.with({ attempts, gaveUp: giveUp, fix: fixAfter(thrown, giveUp) });
        }
        account.take(retryCost(thrown));
        onEvent?.({ type: 'wait', attempt, waitMs: decision.retryInMs, error: thrown });
        try {
          await sleep(clock, decision.retryInMs, context.signal);
          // An abort can still come between the end of the wait and here.
          if (context.signal?.aborted) throw abortError(context.signal);
        } catch (aborted) {
          account.giveBack();
          throw isChatError(aborted) ? aborted.with({ attempts }) : aborted;
        }
        if (thrown.kind === 'timeout') patience *= patienceFactor;
        attempt += thrown.attempts;
        previous = thrown;
      }
    }
  };
}

/** What is left to do: the fix of a rate limit, for one, is what this layer has done already. */
function fixAfter({ kind, fix }: ChatError, giveUp: GaveUp): string {
  if (giveUp === 'retry-quota') return quotaFix;
  if (kind !== 'rate-limit' || fix !== errorKinds[kind].fix) return fix;
  return giveUp === 'attempts' ? `${rateLimitFix} More retries wait longer.` : rateLimitFix;
}

const rateLimitFix =
  'Ask again later, after retryAfterMs where the provider said how long; limiter() holds calls back before the provider does.';

const quotaFix =
  'Most calls to this provider have been failing, so none is sent again for now; try later, or pass a larger retryQuota() to retry({ quota }).';

function definedOnly(options: Partial<RetryPolicy>): Partial<RetryPolicy> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}

function checkPolicy({ retries, maxRetryAfterMs }: RetryPolicy): void {
  if (!Number.isInteger(retries) || retries < 0) {
    throw new ChatError({
      kind: 'configuration',
      message: `retries is ${retries}; it must be a whole number from 0.`,
      fix: 'retries: 2 means up to three attempts; 0 switches retrying off.',
    });
  }
  if (!(maxRetryAfterMs >= 0)) {
    throw new ChatError({
      kind: 'configuration',
      message: `maxRetryAfterMs is ${maxRetryAfterMs}; it must be 0 or more milliseconds.`,
    });
  }
}
