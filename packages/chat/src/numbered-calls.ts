import type { Call, CallContext, CallEvent } from '@farebox/core';
import type { OpenStep } from './exchange.js';

/**
 * Calls after each other that are one call in the ledger: the attempts of each are numbered on from those of the one before.
 *
 * So a limit per call holds for all of them together, and their receipts have one `callId`.
 */
export function numberedCalls(call: Call, context: CallContext): OpenStep {
  let attempt = 0;
  return (request, restarted) => {
    // Of a call that is refused on the way down nobody tells.
    attempt++;
    const onEvent = (event: CallEvent) => {
      if ('attempt' in event) attempt = Math.max(attempt, event.attempt);
      const isAmended = event.type === 'restart' && restarted !== undefined;
      context.onEvent?.(isAmended ? { ...event, discard: restarted(event.discard) } : event);
    };
    return call(request, { ...context, attempt, onEvent });
  };
}
