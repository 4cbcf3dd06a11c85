import { ChatError, isChatError } from './chat-error.js';

/**
 * The error that an aborted signal stands for.
 *
 * A layer aborts with the {@link ChatError} it means (a timeout); anything else is the caller's.
 */
export function abortError(signal: AbortSignal | undefined): ChatError {
  const reason: unknown = signal?.reason;
  if (isChatError(reason)) return reason;
  return new ChatError({
    kind: 'aborted',
    message: "The call was aborted by the caller's signal.",
    cause: reason,
  });
}
