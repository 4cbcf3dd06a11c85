import { ChatError, type ProviderProfile, type RetryQuota } from '@farebox/core';
import { type ProfileName, profileOf } from '../../profiles.js';

export interface ResumeOptions {
  /**
   * `restart`: the call is made anew, and what was handed out is void.
   *
   * `continue`: the provider gets what there is of the answer, to go on from; for plain text only,
   * and with a `profile` that has a `continuation`.
   */
  readonly onTruncated: 'restart' | 'continue';
  /** Of the provider that goes on with its answers. */
  readonly profile?: ProfileName | ProviderProfile | undefined;
  /** How often in one call. Default 1: each time, all that the cut attempt can have cost is spent. */
  readonly resumptions?: number | undefined;
  /** If the server asks for a longer wait than this, give up at once. Default 60,000. */
  readonly maxRetryAfterMs?: number | undefined;
  /** What it takes from is the quota of retries. Default: as in `retry()`. */
  readonly quota?: RetryQuota | undefined;
}

/** The options with the profile that a name stands for. */
export type SettledResumeOptions = ResumeOptions & { readonly profile: ProviderProfile };

/** @throws {ChatError} `configuration` for options that cannot work. */
export function settledOptions(options: ResumeOptions): SettledResumeOptions {
  const profile = profileOf(options.profile);
  checkOptions(options, profile);
  return { ...options, profile };
}

function checkOptions(options: ResumeOptions, profile: ProviderProfile): void {
  const { onTruncated, resumptions = 1, maxRetryAfterMs = 0 } = options;
  if (onTruncated !== 'restart' && onTruncated !== 'continue') {
    throw new ChatError({
      kind: 'configuration',
      message: `onTruncated is ${JSON.stringify(onTruncated)}, which is not known.`,
      fix: "Use 'restart' or 'continue'. To get the error: 'throw' of a ChatClient, or no resume().",
    });
  }
  if (onTruncated === 'continue' && profile.continuation === undefined) {
    throw new ChatError({
      kind: 'configuration',
      message: "onTruncated is 'continue', and the profile has no continuation.",
      fix: "Use 'restart', or the profile of a provider that goes on from a part of an answer.",
    });
  }
  if (!Number.isInteger(resumptions) || resumptions < 1) {
    throw new ChatError({
      kind: 'configuration',
      message: `resumptions is ${resumptions}; it must be a whole number from 1.`,
      fix: 'Leave resume() out to switch it off.',
    });
  }
  if (!(maxRetryAfterMs >= 0)) {
    throw new ChatError({
      kind: 'configuration',
      message: `maxRetryAfterMs is ${maxRetryAfterMs}; it must be 0 or more milliseconds.`,
    });
  }
}
