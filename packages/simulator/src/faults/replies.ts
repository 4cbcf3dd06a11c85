import { wrongKey } from '../http/authenticate.js';
import { errorResponse } from '../http/error-response.js';
import { Refusal } from '../http/refusal.js';
import type { FaultContext, FaultSettings } from './fault.js';

/** 401, whatever the key. */
export function unauthorized({ headers }: FaultContext): Response {
  return errorResponse(wrongKey(headers));
}

/** 429 for requests per minute; with `retryAfterMs`, in both headers and in words. */
export function rateLimit({ model }: FaultContext, { retryAfterMs }: FaultSettings): Response {
  const hint = retryAfterMs === undefined ? '' : ` Please try again in ${spellWait(retryAfterMs)}.`;
  return errorResponse(
    new Refusal(
      429,
      {
        message: `Rate limit reached for ${model} in organization org-simulator on requests per min (RPM): Limit 500, Used 500, Requested 1.${hint} Visit https://platform.openai.com/account/rate-limits to learn more.`,
        type: 'requests',
        param: null,
        code: 'rate_limit_exceeded',
      },
      retryAfterMs === undefined
        ? {}
        : {
            'retry-after': String(Math.ceil(retryAfterMs / 1000)),
            'retry-after-ms': String(retryAfterMs),
          },
    ),
  );
}

/** 429 that no retry can mend. */
export function quota(): Response {
  return errorResponse(
    new Refusal(429, {
      message:
        'You exceeded your current quota, please check your plan and billing details. For more information on this error, read the docs: https://platform.openai.com/docs/guides/error-codes/api-errors.',
      type: 'insufficient_quota',
      param: null,
      code: 'insufficient_quota',
    }),
  );
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

/** A login page under 200, as a proxy in between sends it. */
export function html(): Response {
  return new Response(
    '<!DOCTYPE html>\n<html><head><title>Sign in</title></head><body><h1>Sign in to continue</h1></body></html>\n',
    { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' } },
  );
}

/** An error body under 200. */
export function jsonError(): Response {
  return Response.json({ error: overloaded });
}

/** The error that a provider sends when it is already answering. */
export const overloaded = {
  message: 'The server is currently overloaded with other requests. Sorry about that!',
  type: 'server_error',
  param: null,
  code: null,
};

function spellWait(ms: number): string {
  return ms < 1000 ? `${ms}ms` : `${ms / 1000}s`;
}
