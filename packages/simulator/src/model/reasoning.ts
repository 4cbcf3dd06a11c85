import type { ChatRequest } from '@farebox/core';
import { effortsOf, isReasoningModel } from '../catalogue/efforts.js';
import type { Dice } from '../random/dice.js';

/** How many blocks of reasoning an effort takes on average, for a short prompt. */
const blocksByEffort: Readonly<Record<string, number>> = {
  none: 0,
  minimal: 0,
  low: 1,
  medium: 4,
  high: 10,
  xhigh: 20,
  max: 40,
};

/** OpenAI reports reasoning in multiples of this. */
const blockTokens = 64;

/** A prompt of this size or more takes twice the reasoning of an empty one. */
const longPromptTokens = 4_000;

/**
 * How many tokens a choice reasons before it answers; 0 for a model that does not.
 *
 * Always whole blocks of 64, at most 7,680 tokens. Where no effort is asked for it is the model's own
 * default, which is `none` for gpt-5.1 to 5.4.
 */
export function reasoningTokens(request: ChatRequest, promptTokens: number, random: Dice): number {
  if (!isReasoningModel(request.model)) return 0;
  const effort = request.reasoning_effort ?? effortsOf(request.model)?.unasked ?? 'none';
  const blocks = blocksByEffort[effort] ?? 0;
  const size = 1 + Math.min(1, promptTokens / longPromptTokens);
  return blockTokens * Math.ceil(blocks * size * (0.5 + random()));
}
