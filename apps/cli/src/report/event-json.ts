import type { ChatEvent } from '@farebox/chat';
import { type ChatError, isChatError } from '@farebox/core';
import { fixOfError } from './fix-of.js';
import { receiptJson } from './receipt-data.js';

/** What happens to a call, as an object for JSON. Nothing of the prompt or the answer is in it. */
export function eventJson(event: ChatEvent): Readonly<Record<string, unknown>> {
  switch (event.type) {
    case 'receipt':
      return { type: event.type, ...receiptJson(event.receipt) };
    case 'soft-limit':
      return { type: event.type, attempt: event.attempt, scopes: event.scopeIds };
    case 'restart':
    case 're-ask': {
      const { error, discard, ...rest } = event;
      return { ...rest, discardedCharacters: discard.characters, error: briefly(error) };
    }
    case 'tool-end': {
      const { cause: _, ...rest } = event;
      return { ...rest, failure: event.failure ?? null };
    }
    case 'wait':
      return { ...event, waitMs: Math.round(event.waitMs), error: briefly(event.error) };
    case 'first-token':
      return { ...event, afterMs: Math.round(event.afterMs) };
    default:
      return 'error' in event ? { ...event, error: briefly(event.error) } : { ...event };
  }
}

/** An error that ends a call, as an object for JSON, with the exit code that follows. */
export function errorJson(error: unknown) {
  if (!isChatError(error)) {
    const message = error instanceof Error ? error.message : String(error);
    return { type: 'error', kind: null, name: null, message, exit: 1 };
  }
  const { status, requestId, retryAfterMs, attempts, delivered, exit } = error;
  return {
    type: 'error',
    ...briefly(error),
    fix: fixOfError(error),
    status: status ?? null,
    requestId: requestId ?? null,
    retryAfterMs: retryAfterMs ?? null,
    attempts,
    delivered,
    exit,
  };
}

function briefly({ kind, name, code, message }: ChatError) {
  return { kind, name, code: code ?? null, message };
}
