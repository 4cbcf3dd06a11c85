import { ChatError } from '../errors/chat-error.js';
import type { ChatRequest } from '../wire/request.js';

/**
 * The most tokens of one choice: the larger of the request's two ceilings, because servers differ in
 * which one they know, or else what the model can write at most. Undefined when neither is known.
 *
 * @throws {ChatError} `configuration` for a ceiling that is no whole number of 0 or more.
 */
export function outputCeiling(
  request: ChatRequest,
  maxOutputTokens: number | undefined,
): number | undefined {
  const current = wholeNumber('max_completion_tokens', request.max_completion_tokens, 0);
  const deprecated = wholeNumber('max_tokens', request.max_tokens, 0);
  if (current === undefined && deprecated === undefined) {
    return wholeNumber('maxOutputTokens', maxOutputTokens, 0);
  }
  return Math.max(current ?? 0, deprecated ?? 0);
}

/** A number of a request, checked, because a wrong one would unmake the bound. */
export function wholeNumber(
  name: string,
  value: number | null | undefined,
  least: number,
): number | undefined {
  if (value === undefined || value === null) return undefined;
  if (Number.isSafeInteger(value) && value >= least) return value;
  throw new ChatError({
    kind: 'configuration',
    message: `${name} must be a whole number of ${least} or more, and is ${String(value)}.`,
  });
}
