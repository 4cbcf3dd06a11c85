import type { ChatRequest } from '@farebox/core';
import type { ListedModel } from '../books/rates.js';
import { contextWindow } from '../catalogue/context-window.js';
import { invalidRequest } from '../refusal/refusal.js';

/** @throws {Refusal} 400 when more output is asked for than the model has. */
export function checkCeiling(request: ChatRequest, { maxOutputTokens }: ListedModel): void {
  const ceiling = ceilingOf(request);
  if (maxOutputTokens === undefined || ceiling <= maxOutputTokens) return;
  const param = request.max_tokens === ceiling ? 'max_tokens' : 'max_completion_tokens';
  throw invalidRequest(
    `${param} is too large: ${ceiling}. This model supports at most ${maxOutputTokens} completion tokens, whereas you provided ${ceiling}.`,
    param,
    'invalid_value',
  );
}

/** @throws {Refusal} 400 when the prompt, with the output asked for, does not fit the model. */
export function checkContext(request: ChatRequest, promptTokens: number): void {
  const window = contextWindow(request.model);
  const ceiling = ceilingOf(request);
  if (promptTokens + ceiling <= window) return;
  const limit = `This model's maximum context length is ${window} tokens.`;
  throw invalidRequest(
    promptTokens > window
      ? `${limit} However, your messages resulted in ${promptTokens} tokens. Please reduce the length of the messages.`
      : `${limit} However, you requested ${promptTokens + ceiling} tokens (${promptTokens} in the messages, ${ceiling} in the completion). Please reduce the length of the messages or completion.`,
    'messages',
    'context_length_exceeded',
  );
}

function ceilingOf(request: ChatRequest): number {
  return request.max_completion_tokens ?? request.max_tokens ?? 0;
}
