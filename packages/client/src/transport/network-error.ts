import { ChatError, isChatError } from '@farebox/core';
import { type Confidential, cleanCause, networkFailure } from '@farebox/core/errors';

/**
 * The error that a rejected `fetch` stands for.
 *
 * @param origin where the request went, without path or query.
 */
export function networkError(
  thrown: unknown,
  origin: string,
  confidential: Confidential,
): ChatError {
  if (isChatError(thrown)) return thrown;
  const { kind, code, what, fix } = networkFailure(thrown, confidential);
  // A server that answers in no way we know was reached.
  const failed = kind === 'protocol' ? 'gave no usable answer' : 'could not be reached';
  return new ChatError({
    kind,
    code,
    message: `${origin} ${failed}: ${what}.`,
    fix,
    cause: cleanCause(thrown, confidential),
  });
}
