import type { Refusal } from './refusal.js';

/** A refusal as OpenAI sends it. */
export function errorResponse({ status, body, headers }: Refusal): Response {
  return Response.json({ error: body }, { status, headers });
}
