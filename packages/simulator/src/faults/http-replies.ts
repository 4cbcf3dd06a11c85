import { errorResponse } from '../refusal/error-response.js';
import { Refusal } from '../refusal/refusal.js';
import type { FaultContext, FaultSettings } from './fault.js';
import { overloaded } from './provider-errors.js';

/** In the query of the address that a redirect leads to: there the request is answered. */
const mark = 'redirected';

/**
 * A redirect within the origin, to where the request is answered.
 *
 * `Location` is a path: who serves the simulator knows its origin, and the simulator does not.
 */
export function redirect({ url }: FaultContext, { status = 307 }: FaultSettings) {
  const to = new URL(url);
  if (to.searchParams.has(mark)) return undefined;
  to.searchParams.set(mark, '1');
  return movedTo(`${to.pathname}${to.search}`, status);
}

/** A redirect to another origin, whose name resolves nowhere (RFC 2606). */
export function redirectElsewhere({ url }: FaultContext, { status = 307 }: FaultSettings) {
  return movedTo(`https://elsewhere.invalid${url.pathname}${url.search}`, status);
}

/** 200 with nothing in it. */
export function empty(): Response {
  return new Response(null, { headers: { 'content-type': 'text/event-stream; charset=utf-8' } });
}

/** 204. */
export function noContent(): Response {
  return new Response(null, { status: 204 });
}

/** 500 whose text would clear a terminal, set its title, and turn the direction of writing. */
export function controlCharacters(): Response {
  const message =
    'The server had an error.\u0000\u001b[2J\u001b]0;pwned\u0007\u009b31m\u202e desrever \u2066\u0008\u{e0041} Try again.';
  return errorResponse(new Refusal(500, { ...overloaded, message }));
}

function movedTo(location: string, status: number): Response {
  return new Response(null, { status, headers: { location } });
}
