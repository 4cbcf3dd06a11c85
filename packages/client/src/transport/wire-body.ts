import { ChatError, type ChatRequest, type ProviderProfile } from '@farebox/core';
import { cleanCause } from '@farebox/core/errors';

/**
 * The request as it goes out: streaming, with usage, unless the caller asked for one JSON reply.
 *
 * Obfuscation is switched off: it hides the length of tokens from someone who watches encrypted
 * traffic, at the price of a random string in every event. What the provider refuses is left out.
 *
 * Source: OpenAI API reference, `stream_options`.
 */
export function wireBody(request: ChatRequest, profile: ProviderProfile = {}): ChatRequest {
  const { omits = [], outputCeiling } = profile;
  const { stream_options: asked, ...rest } = request;
  const body: ChatRequest & Record<string, unknown> = { ...rest, stream: request.stream !== false };
  if (body.stream && !omits.includes('stream_options')) {
    const options: ChatRequest['stream_options'] = {
      include_usage: true,
      include_obfuscation: false,
      ...asked,
    };
    if (omits.includes('stream_options.include_obfuscation')) delete options.include_obfuscation;
    body.stream_options = options;
  }
  for (const field of omits) delete body[field];
  if (outputCeiling === 'max_tokens' && body.max_completion_tokens != null) {
    body.max_tokens = body.max_completion_tokens;
    delete body.max_completion_tokens;
  }
  return body;
}

/**
 * The same as JSON.
 *
 * @throws {ChatError} `configuration` for what JSON cannot hold: a bigint, a cycle.
 */
export function wireJson(request: ChatRequest, profile: ProviderProfile = {}): string {
  try {
    return JSON.stringify(wireBody(request, profile));
  } catch (thrown) {
    throw new ChatError({
      kind: 'configuration',
      message: 'The request cannot be written as JSON.',
      fix: 'Take bigints, cycles and objects with a failing toJSON out of the request.',
      cause: cleanCause(thrown, { request }),
    });
  }
}
