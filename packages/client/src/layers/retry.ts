import {
  type CallContext,
  ChatError,
  decideRetry,
  defaultRetryPolicy,
  isChatError,
  type Layer,
  newCallId,
  type RetryPolicy,
} from '@farebox/core';
import { sleep } from '../clock/sleep.js';
import { systemClock } from '../clock/system-clock.js';

/** After a timeout the next attempt's clocks run this much longer: the fix of the error table. */
const patienceFactor = 2;

export type RetryOptions = Partial<RetryPolicy>;

/**
 * Sends again what delivered nothing and may succeed: full jitter, and never before the server says.
 *
 * `retries: 2`, the default, means up to three attempts. An error that comes out has been final:
 * `attempts` says how often it was tried, `gaveUp` why no more. Waiting ends at once on an abort,
 * and nothing is sent after it.
 *
 * @throws {ChatError} `configuration` for a number of retries that is none.
 * @example
 * const call = stack(retry({ retries: 4 }), clocks())(transport);
 */
export function retry(options: RetryOptions = {}): Layer {
  const policy: RetryPolicy = { ...defaultRetryPolicy, ...definedOnly(options) };
  checkPolicy(policy);

  return (next) => async (request, context) => {
    const { clock = systemClock, random = Math.random, onEvent, deadlineAtMs } = context;
    const callId = context.callId ?? newCallId(random);
    let patience = context.patience ?? 1;
    let previous: ChatError | undefined;
    for (let attempt = 1; ; attempt++) {
      try {
        onEvent?.({ type: 'attempt', attempt });
        return await next(request, { ...context, callId, attempt, patience } satisfies CallContext);
      } catch (thrown) {
        if (!isChatError(thrown)) throw thrown;
        if (thrown.kind === 'budget' && previous !== undefined) {
          // The budget has no room for another try: what went wrong first is the cause.
          throw thrown.with({ cause: previous, gaveUp: 'budget', attempts: attempt - 1 });
        }
        const remainingMs =
          deadlineAtMs === undefined ? undefined : deadlineAtMs - clock.monotonicMs();
        const decision = decideRetry(policy, { error: thrown, attempt, remainingMs }, random);
        if ('giveUp' in decision) {
          throw thrown.with({ attempts: attempt, gaveUp: decision.giveUp });
        }
        onEvent?.({ type: 'wait', attempt, waitMs: decision.retryInMs, error: thrown });
        await sleep(clock, decision.retryInMs, context.signal).catch((aborted: unknown) => {
          throw isChatError(aborted) ? aborted.with({ attempts: attempt }) : aborted;
        });
        if (thrown.kind === 'timeout') patience *= patienceFactor;
        previous = thrown;
      }
    }
  };
}

function definedOnly(options: RetryOptions): RetryOptions {
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
