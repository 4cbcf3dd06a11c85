import { ChatError, type ChatRequest } from '@farebox/core';
import { cleanCause } from '@farebox/core/errors';

/**
 * The request as it goes out: streaming, with usage, unless the caller asked for one JSON reply.
 *
 * Obfuscation is switched off: it hides the length of tokens from someone who watches encrypted
 * traffic, at the price of a random string in every event.
 *
 * Source: OpenAI API reference, `stream_options`.
 */
export function wireBody(request: ChatRequest): ChatRequest {
  if (request.stream === false) {
    const { stream_options: _, ...body } = request;
    return { ...body, stream: false };
  }
  return {
    ...request,
    stream: true,
    stream_options: { include_usage: true, include_obfuscation: false, ...request.stream_options },
  };
}

/**
 * The same as JSON.
 *
 * @throws {ChatError} `configuration` for what JSON cannot hold: a bigint, a cycle.
 */
export function wireJson(request: ChatRequest): string {
  try {
    return JSON.stringify(wireBody(request));
  } catch (thrown) {
    throw new ChatError({
      kind: 'configuration',
      message: 'The request cannot be written as JSON.',
      fix: 'Take bigints, cycles and objects with a failing toJSON out of the request.',
      cause: cleanCause(thrown, { request }),
    });
  }
}
