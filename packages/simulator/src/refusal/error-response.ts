import type { Refusal } from './refusal.js';

/** A refusal as OpenAI sends it; with more headers than its own, where there are. */
export function errorResponse(
  { status, body, headers }: Refusal,
  others: Readonly<Record<string, string>> = {},
): Response {
  return Response.json({ error: body }, { status, headers: { ...others, ...headers } });
}
