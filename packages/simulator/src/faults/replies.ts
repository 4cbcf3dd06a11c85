import { rateLimited } from '../limits/refusals.js';
import { wrongKey } from '../refusal/authenticate.js';
import { errorResponse } from '../refusal/error-response.js';
import { Refusal } from '../refusal/refusal.js';
import type { FaultContext, FaultSettings } from './fault.js';
import { errorWithCode, overloaded } from './provider-errors.js';

/** 401, whatever the key. */
export function unauthorized({ headers }: FaultContext): Response {
  return errorResponse(wrongKey(headers));
}

/** 429 for requests per minute; with `retryAfterMs`, in both headers and in words. */
export function rateLimit({ model }: FaultContext, { retryAfterMs }: FaultSettings): Response {
  return errorResponse(
    rateLimited({
      model,
      kind: 'requests',
      perMinute: 500,
      used: 500,
      requested: 1,
      waitMs: retryAfterMs,
    }),
  );
}

/** 429 that no retry can mend. */
export function quota(_: FaultContext, { code = 'insufficient_quota' }: FaultSettings): Response {
  return errorResponse(new Refusal(429, errorWithCode(code)));
}

/** 500. */
export function serverError({ requestId }: FaultContext): Response {
  return errorResponse(
    new Refusal(500, {
      message: `The server had an error processing your request. Sorry about that! You can retry your request, or contact us through our help center at help.openai.com if you keep seeing this error. (Please include the request ID ${requestId} in your email.)`,
      type: 'server_error',
      param: null,
      code: null,
    }),
  );
}

/** 503. */
export function unavailable(): Response {
  return errorResponse(new Refusal(503, overloaded));
}

/** 504 from a gateway that gave up on the provider, which may have gone on. */
export function gatewayTimeout(): Response {
  return new Response(
    '<html>\n<head><title>504 Gateway Time-out</title></head>\n<body><center><h1>504 Gateway Time-out</h1></center></body>\n</html>\n',
    { status: 504, headers: { 'content-type': 'text/html; charset=utf-8' } },
  );
}

/** A login page under 200, as a proxy in between sends it. */
export function html(): Response {
  return new Response(
    '<!DOCTYPE html>\n<html><head><title>Sign in</title></head><body><h1>Sign in to continue</h1></body></html>\n',
    { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' } },
  );
}

/** An error body under 200. */
export function jsonError(_: FaultContext, { code }: FaultSettings): Response {
  return Response.json({ error: errorWithCode(code) });
}
