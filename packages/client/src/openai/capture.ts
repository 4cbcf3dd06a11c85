import { discard } from '../transport/discard.js';
import { sendFollowing } from '../transport/follow-redirect.js';
import { orAbort } from '../transport/or-abort.js';

/** What an attempt hands to the fetch inside the SDK, and what that leaves behind for it. */
export interface Capture {
  readonly signal: AbortSignal;
  /** Is given the credentials that go out, which the SDK may have fetched just now. */
  readonly secrets: string[];
  response?: Response;
  failed?: { readonly thrown: unknown };
}

const captureKey = Symbol('farebox.capture');

/** Request options that carry `capture` through the SDK to the fetch of {@link capturing}. */
export function captured(capture: Capture): object {
  return { [captureKey]: capture };
}

/**
 * A fetch that keeps the raw reply for the attempt and shows the SDK an empty success, so that the
 * SDK has nothing to read, to retry or to follow.
 *
 * An abort ends it even if `fetch` ignores its signal: the SDK's own timer would outlive the call.
 */
export function capturing(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  return async (url, given) => {
    const { [captureKey]: capture, ...rest } = given as RequestInit & { [captureKey]?: Capture };
    if (capture === undefined) return fetch(url, rest);
    const { signal, secrets } = capture;
    secrets.push(...credentials(new Headers(rest.headers)));
    try {
      const init: RequestInit = { ...rest, signal, redirect: 'manual' };
      const start = () => sendFollowing((to) => fetch(to, init), String(url), signal);
      capture.response = await orAbort(signal, start, discard);
    } catch (thrown) {
      capture.failed = { thrown };
      throw thrown;
    }
    return new Response(null);
  };
}

function credentials(headers: Headers): string[] {
  return ['authorization', 'api-key']
    .map((name) => headers.get(name)?.replace(/^Bearer /i, '') ?? '')
    .filter((value) => value !== '');
}
