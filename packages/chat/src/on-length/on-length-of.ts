import { ChatError, type ProviderProfile } from '@farebox/core';
import type { Exchange } from '../exchange.js';
import { continueOnLength, throwOnLength } from './on-length.js';
import type { OnLengthOptions } from './on-length-options.js';

/**
 * An exchange with what happens to an answer that is cut off at its ceiling.
 *
 * @throws {ChatError} `configuration` for options that cannot work.
 */
export function withOnLength(
  next: Exchange,
  { onLength = 'return', continuations = 3 }: OnLengthOptions,
  { continuation }: ProviderProfile,
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
      return continueOnLength(next, { continuations, continuation });
    default:
      throw new ChatError({
        kind: 'configuration',
        message: `onLength is ${JSON.stringify(onLength)}, which is not known.`,
        fix: "Use 'return', 'throw' or 'continue'.",
      });
  }
}
