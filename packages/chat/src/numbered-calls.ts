import type { Call, CallContext, CallEvent, ChatRequest, ChatStream } from '@farebox/core';

/**
 * Calls after each other that are one call in the ledger: the attempts of each are numbered on from those of the one before.
 *
 * So a limit per call holds for all of them together, and their receipts have one `callId`.
 */
export function numberedCalls(
  call: Call,
  context: CallContext,
): (request: ChatRequest) => Promise<ChatStream> {
  let attempt = 0;
  const onEvent = (event: CallEvent) => {
    if ('attempt' in event) attempt = Math.max(attempt, event.attempt);
    context.onEvent?.(event);
  };
  return (request) => {
    // Of a call that is refused on the way down nobody tells.
    attempt++;
    return call(request, { ...context, attempt, onEvent });
  };
}
