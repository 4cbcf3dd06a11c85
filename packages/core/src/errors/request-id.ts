import type { HeaderReader } from '../backoff/retry-after.js';
import { type Confidential, unlessConfidential } from './confidential.js';

/** The `x-request-id` of a reply, if it looks like one and tells nothing: ids end up in logs and receipts. */
export function requestIdOf(
  headers: HeaderReader,
  confidential: Confidential = {},
): string | undefined {
  const id = headers.get('x-request-id') ?? '';
  return /^[\w.:-]{1,128}$/.test(id) ? unlessConfidential(id, confidential) : undefined;
}
