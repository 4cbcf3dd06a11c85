import type { ProviderProfile, ReplyFacts } from '@farebox/core';
import type { Confidential, ReplyHead } from '@farebox/core/errors';
import type { DrainOptions } from './drain.js';
import type { ReplyLimits } from './limits.js';

/** What the reading of a reply is told about it. */
export interface PumpOptions {
  readonly facts: ReplyFacts;
  /** Which attempt of its call this is: what an error counts once a part was delivered. Default 1. */
  readonly attempt?: number | undefined;
  /** The request's `n`: how many finishes prove the reply complete. Default 1. */
  readonly expectedChoices?: number | undefined;
  readonly limits?: ReplyLimits | undefined;
  /**
   * Reads the reply on, within bounds, once its reader has left or the caller has aborted; watchers hear of the
   * end after that. Default: it is closed at once.
   */
  readonly drain?: DrainOptions | undefined;
  /** How the provider differs from the protocol. Default: it does not. */
  readonly profile?: ProviderProfile | undefined;
  /** Strings that no error message may repeat, such as the API key. */
  readonly secrets?: readonly string[] | undefined;
  /** What was asked: no error quotes its messages. It is only looked at when there is one. */
  readonly request?: Confidential['request'];
  /** Its headers may say when to come back, if the reply turns out to be an error. */
  readonly reply?: ReplyHead | undefined;
}
