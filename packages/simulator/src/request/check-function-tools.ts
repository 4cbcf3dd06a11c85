import type { ChatRequest } from '@farebox/core';
import { effortsOf } from '../catalogue/efforts.js';
import { isGptFrom } from '../catalogue/gpt-version.js';
import { invalidRequest } from '../refusal/refusal.js';

/**
 * Refuses functions to a model that would reason about them, from GPT-5.4 on.
 *
 * From GPT-5.6 on that is every request that does not say `reasoning_effort: 'none'`; a model that
 * cannot but reason takes no functions here at all.
 * Sources, with OpenAI's words: github.com/pipecat-ai/pipecat issue 4043 (gpt-5.4),
 * github.com/BerriAI/litellm pull request 34569 (gpt-5.6), and the page of gpt-6.1-sol.
 * @throws {Refusal} 400.
 */
export function checkFunctionTools({ model, tools, reasoning_effort: asked }: ChatRequest): void {
  const efforts = effortsOf(model)?.values ?? [];
  if (!isGptFrom(model, 5, 4) || efforts.length < 2) return;
  if (tools?.some(({ type }) => type === 'function') !== true) return;
  const isNewer = isGptFrom(model, 5, 6);
  const effort = asked ?? (isNewer ? 'unasked' : 'none');
  if (effort === 'none') return;
  const instead =
    isNewer && efforts.includes('none')
      ? "To use function tools, use /v1/responses or set reasoning_effort to 'none'."
      : 'Please use /v1/responses instead.';
  throw invalidRequest(
    `Function tools with reasoning_effort are not supported for ${model} in /v1/chat/completions. ${instead}`,
    'reasoning_effort',
    null,
  );
}
