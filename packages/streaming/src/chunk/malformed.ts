import { ChatError } from '@farebox/core';

/** A reply that breaks the protocol; `what` never has the payload. */
export function malformed(code: string, what: string): ChatError {
  return new ChatError({ kind: 'protocol', code, message: `The reply has ${what}.` });
}
