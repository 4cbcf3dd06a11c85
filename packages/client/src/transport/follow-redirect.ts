import type { Reply } from '@farebox/core';
import { discard } from './discard.js';

/**
 * Sends the request and follows one redirect, if it leads to the same origin and keeps method and body
 * (307, 308). Any other comes back as the reply that it is: it would take the key and the prompt
 * elsewhere, or lose them on the way. `send` has to say so with `redirect: 'manual'`.
 */
export async function sendFollowing<R extends Reply>(
  send: (url: string) => Promise<R>,
  url: string,
  signal: AbortSignal,
): Promise<R> {
  const response = await send(url);
  const target = targetOf(response, url);
  if (target === undefined) return response;
  discard(response);
  // A fetch that somebody brings may send before it looks.
  signal.throwIfAborted();
  return send(target);
}

function targetOf({ status, headers }: Reply, url: string): string | undefined {
  if (status !== 307 && status !== 308) return undefined;
  const location = headers.get('location');
  const target = location === null ? null : URL.parse(location, url);
  if (target === null || target.username !== '' || target.password !== '') return undefined;
  return target.origin === new URL(url).origin ? target.href : undefined;
}
