import type { ChatRequest } from '@farebox/core';
import { invalidRequest } from '../refusal/refusal.js';

/**
 * Refuses what does not go with a predicted output.
 *
 * Among it is `max_completion_tokens`: rejected tokens are billed, and no ceiling holds them. That
 * `max_tokens` is refused with it is a rule of our own.
 * Source: developers.openai.com/api/docs/guides/predicted-outputs, "Limitations"; the words are
 * ours.
 * @throws {Refusal} 400.
 */
export function checkPrediction(request: ChatRequest): void {
  if (request.prediction === null || request.prediction === undefined) return;
  const clash = clashes.find(([, isAsked]) => isAsked(request));
  if (clash === undefined) return;
  const [param] = clash;
  throw invalidRequest(
    `Invalid value for '${param}': '${param}' is not supported with 'prediction'.`,
    param,
    'unsupported_parameter',
  );
}

const clashes: readonly (readonly [string, (request: ChatRequest) => boolean])[] = [
  ['n', ({ n }) => (n ?? 1) > 1],
  ['logprobs', ({ logprobs }) => logprobs === true],
  ['presence_penalty', ({ presence_penalty: penalty }) => (penalty ?? 0) > 0],
  ['frequency_penalty', ({ frequency_penalty: penalty }) => (penalty ?? 0) > 0],
  ['max_completion_tokens', (request) => typeof request.max_completion_tokens === 'number'],
  ['max_tokens', (request) => typeof request.max_tokens === 'number'],
  ['tools', ({ tools }) => tools !== undefined],
];
