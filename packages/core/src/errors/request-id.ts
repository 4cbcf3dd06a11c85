import type { HeaderReader } from '../backoff/retry-after.js';
import { type Confidential, unlessConfidential } from './confidential.js';

/**
 * The `x-request-id` of a reply (`request-id` at Anthropic), if it looks like one and tells nothing: ids end up in logs.
 *
 * @param confidential for an error; without it, as is cheap enough for every reply, only the look counts.
 */
export function requestIdOf(
  headers: HeaderReader,
  confidential?: Confidential,
): string | undefined {
  const id = headers.get('x-request-id') ?? headers.get('request-id') ?? '';
  if (!/^[\w.:-]{1,128}$/.test(id)) return undefined;
  return confidential === undefined ? id : unlessConfidential(id, confidential);
}
