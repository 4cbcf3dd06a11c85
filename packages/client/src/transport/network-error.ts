import { ChatError, isChatError } from '@farebox/core';
import { networkFailure, redact } from '@farebox/core/errors';
import { cleanCause } from './clean-cause.js';

/**
 * The error that a rejected `fetch` stands for.
 *
 * @param origin where the request went, without path or query.
 */
export function networkError(
  thrown: unknown,
  origin: string,
  secrets: readonly string[],
): ChatError {
  if (isChatError(thrown)) return thrown;
  const { kind, code, what, fix } = networkFailure(thrown);
  // A server that answers in no way we know was reached.
  const failed = kind === 'protocol' ? 'gave no usable answer' : 'could not be reached';
  return new ChatError({
    kind,
    code,
    message: redact(`${origin} ${failed}: ${what}.`, secrets),
    fix,
    cause: cleanCause(thrown, secrets),
  });
}
