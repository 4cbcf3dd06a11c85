import type { ChatRequest } from '@farebox/core';

const charactersPerToken = 4;

/**
 * What a request takes from the tokens per minute, before it is answered.
 *
 * One token per four characters of text in the messages, and for each choice the most it may have
 * (`max_completion_tokens`; nothing, when the request sets none). It is an estimate, and is not
 * corrected by what the answer used. Source: OpenAI's rate limit guide and the cookbook's
 * "api_request_parallel_processor".
 */
export function requestTokens(request: ChatRequest): number {
  let characters = 0;
  for (const { content } of request.messages) {
    if (typeof content === 'string') characters += content.length;
    else for (const part of content ?? []) if (part.type === 'text') characters += part.text.length;
  }
  const ceiling = request.max_completion_tokens ?? request.max_tokens ?? 0;
  return Math.ceil(characters / charactersPerToken) + ceiling * (request.n ?? 1);
}
