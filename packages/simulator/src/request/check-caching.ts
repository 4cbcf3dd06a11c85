import { cachesAtBreakpoints } from '../catalogue/caches-at-breakpoints.js';
import { isGptFrom } from '../catalogue/gpt-version.js';
import { invalidRequest } from '../refusal/refusal.js';
import type { FullRequest } from './full-request.js';

/**
 * Refuses what a model's prompt cache does not know.
 *
 * Words and code for the two parameters are those that users of gpt-5.5 on Amazon Bedrock and of the
 * Codex backend have quoted; the `param` is a guess.
 * Source for retention: the comment on `prompt_cache_retention` in the official SDK, 7.57.0.
 * @throws {Refusal} 400.
 */
export function checkCaching(request: FullRequest): void {
  const { model, messages, prompt_cache_options: options } = request;
  if (request.prompt_cache_retention === 'in_memory' && isGptFrom(model, 5, 5)) {
    throw invalidRequest(
      "Unsupported value: 'prompt_cache_retention' does not support 'in_memory' with this model. Supported values are: '24h'.",
      'prompt_cache_retention',
      'unsupported_value',
    );
  }
  if (cachesAtBreakpoints(model)) return;
  if (options !== undefined && options !== null) throw unknown('prompt_cache_options');
  const isMarked = messages.some(
    ({ content }) =>
      Array.isArray(content) &&
      content.some((part) => 'prompt_cache_breakpoint' in part && part.prompt_cache_breakpoint),
  );
  if (isMarked) throw unknown('prompt_cache_breakpoint');
}

function unknown(param: string) {
  return invalidRequest(`${param} is not supported on this model`, param, 'invalid_parameter');
}
