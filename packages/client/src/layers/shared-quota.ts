import { type Clock, type RetryQuota, retryQuota } from '@farebox/core';

const quotas = new WeakMap<Clock, RetryQuota>();

/**
 * The retry quota of everything that runs on one clock: on the system's clock, of the process.
 *
 * A virtual clock has a quota of its own, so that a replay does not depend on what ran before it.
 */
export function sharedQuota(clock: Clock): RetryQuota {
  const known = quotas.get(clock);
  if (known !== undefined) return known;
  const quota = retryQuota();
  quotas.set(clock, quota);
  return quota;
}
