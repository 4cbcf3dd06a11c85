import { ChatError, type ProviderProfile } from '@farebox/core';
import type { Exchange } from '../exchange.js';
import { continueOnLength, throwOnLength } from './on-length.js';
import type { OnLengthOptions } from './on-length-options.js';

/** A way of its own counts only if all that may come to answer have it: others refuse its fields. Asked in words, all go on. */
function continuationOf([first, ...others]: readonly ProviderProfile[]) {
  const continuation = first?.continuation;
  return others.every((other) => other.continuation === continuation) ? continuation : undefined;
}

/**
 * An exchange with what happens to an answer that is cut off at its ceiling.
 *
 * @param profiles Of the provider that is asked first, and those that a fallback may go to.
 * @throws {ChatError} `configuration` for options that cannot work.
 */
export function withOnLength(
  next: Exchange,
  { onLength = 'return', continuations = 3 }: OnLengthOptions,
  profiles: () => readonly ProviderProfile[],
): Exchange {
  if (!Number.isInteger(continuations) || continuations < 1) {
    throw new ChatError({
      kind: 'configuration',
      message: `continuations is ${continuations}; it must be a whole number from 1.`,
      fix: "Use onLength: 'return' for none.",
    });
  }
  switch (onLength) {
    case 'return':
      return next;
    case 'throw':
      return throwOnLength(next);
    case 'continue':
      return continueOnLength(next, { continuations, continuation: continuationOf(profiles()) });
    default:
      throw new ChatError({
        kind: 'configuration',
        message: `onLength is ${JSON.stringify(onLength)}, which is not known.`,
        fix: "Use 'return', 'throw' or 'continue'.",
      });
  }
}
