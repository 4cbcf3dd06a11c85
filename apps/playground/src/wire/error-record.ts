import type { ChatError, ErrorKind, GaveUp } from '@farebox/core';

/** What an error says, as plain data: no stack, no cause, nothing of an answer. */
export interface ErrorRecord {
  readonly kind: ErrorKind;
  readonly name: string;
  readonly message: string;
  readonly fix: string;
  readonly delivered: boolean;
  readonly attempts: number;
  readonly code?: string;
  readonly status?: number;
  readonly retryAfterMs?: number;
  readonly gaveUp?: GaveUp;
}

export function errorRecord(error: ChatError): ErrorRecord {
  const { kind, name, message, fix, delivered, attempts } = error;
  const { code, status, retryAfterMs, gaveUp } = error;
  return {
    ...{ kind, name, message, fix, delivered, attempts },
    ...(code !== undefined && { code }),
    ...(status !== undefined && { status }),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
    ...(gaveUp !== undefined && { gaveUp }),
  };
}
