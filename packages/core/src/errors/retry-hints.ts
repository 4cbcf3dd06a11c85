import { namedWait } from '../backoff/named-wait.js';
import { rateLimitReset } from '../backoff/rate-limit-reset.js';
import { type HeaderReader, retryAfter } from '../backoff/retry-after.js';
import type { ErrorKind } from './kinds.js';

/** The reply that an error came with, or in. */
export interface ReplyHead {
  readonly headers: HeaderReader;
  /** The wall clock when it came, in milliseconds since 1970, for dates in headers. */
  readonly nowMs: number;
}

/** How long the server asks to wait for this failure: in a header, or else in a field of the error, or in its message. */
export function saidWait(
  reply: ReplyHead | undefined,
  message: string,
  inErrorMs?: number | undefined,
): number | undefined {
  const inHeader = reply && retryAfter(reply.headers, reply.nowMs);
  return inHeader ?? inErrorMs ?? namedWait(message);
}

/** The same, or when the limit is free again; sent with every reply, the resets mean something only where one was met. */
export function waitFor(
  kind: ErrorKind,
  saidMs: number | undefined,
  reply: ReplyHead | undefined,
): number | undefined {
  return saidMs ?? (kind === 'rate-limit' && reply ? rateLimitReset(reply.headers) : undefined);
}

/** The server's own word on whether to send again. */
export function shouldRetryOf(reply: ReplyHead | undefined): boolean | undefined {
  const word = reply?.headers.get('x-should-retry');
  return word === 'true' ? true : word === 'false' ? false : undefined;
}
