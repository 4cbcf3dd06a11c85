import { discard } from './discard.js';

/**
 * Sends the request and follows one redirect, if it leads to the same origin and keeps method and body
 * (307, 308). Any other comes back as the reply that it is: it would take the key and the prompt
 * elsewhere, or lose them on the way.
 */
export async function sendFollowing(
  fetch: typeof globalThis.fetch,
  url: string,
  init: RequestInit,
): Promise<Response> {
  const manual: RequestInit = { ...init, redirect: 'manual' };
  const response = await fetch(url, manual);
  const target = targetOf(response, url);
  if (target === undefined) return response;
  discard(response);
  // A fetch that somebody brings may send before it looks.
  init.signal?.throwIfAborted();
  return fetch(target, manual);
}

function targetOf({ status, headers }: Response, url: string): string | undefined {
  if (status !== 307 && status !== 308) return undefined;
  const location = headers.get('location');
  const target = location === null ? null : URL.parse(location, url);
  if (target === null || target.username !== '' || target.password !== '') return undefined;
  return target.origin === new URL(url).origin ? target.href : undefined;
}
