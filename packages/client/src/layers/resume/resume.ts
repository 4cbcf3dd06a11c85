import {
  ChatError,
  type ChatStream,
  type Layer,
  newCallId,
  type ProviderProfile,
  type RetryQuota,
} from '@farebox/core';
import { chainStreams } from '@farebox/streaming';
import { type ProfileName, profileOf } from '../../profiles.js';
import { linkSignal } from '../../transport/linked-signal.js';
import { Resumption } from './resumption.js';

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

/**
 * Calls again when an answer breaks off after a part of it was handed out.
 *
 * What was handed out cannot be taken back, so nothing of this is silent: before the first new piece
 * `context.onEvent` hears of a `restart` and how much is void, or of a `continue`. It resumes after a
 * cut, a stall and an error of the provider inside the stream (`resumableKinds`), never after an abort.
 * Put `restart` inside `deadline()` and the budget's scope and outside all else, `continue` inside
 * `fallback()`: another provider cannot go on. Each attempt is paid for, and has its own receipt.
 *
 * @throws {ChatError} the error that ended the last stream, or what the new call was rejected with:
 * `delivered`, with the `partial` that was handed out, `attempts` over all, and the first error as `cause`.
 * @example
 * const call = stack(deadline(), resume({ onTruncated: 'restart' }), retry(), clocks())(transport);
 */
export function resume(options: ResumeOptions): Layer {
  const profile = profileOf(options.profile);
  checkOptions(options, profile);

  return (next) => async (request, context) => {
    const { random = Math.random } = context;
    const link = linkSignal(context.signal);
    const callId = context.callId ?? newCallId(random);
    const resumption = new Resumption({ ...options, profile }, next, request, {
      ...context,
      callId,
      signal: link.signal,
    });
    let first: ChatStream;
    try {
      first = await resumption.open();
    } catch (error) {
      link.unlink();
      throw error;
    }
    const chain = chainStreams(first, {
      successor: (error, handedOut) => resumption.successor(error, handedOut),
      abort: link.abort,
      last: (error) => resumption.last(error),
    });
    chain.watch({ end: link.unlink });
    return chain;
  };
}

function checkOptions(options: ResumeOptions, profile: ProviderProfile): void {
  const { onTruncated, resumptions = 1, maxRetryAfterMs = 0 } = options;
  if (onTruncated !== 'restart' && onTruncated !== 'continue') {
    throw new ChatError({
      kind: 'configuration',
      message: `onTruncated is ${JSON.stringify(onTruncated)}, which resume() does not know.`,
      fix: "Use 'restart' or 'continue', or leave resume() out to get the error.",
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
