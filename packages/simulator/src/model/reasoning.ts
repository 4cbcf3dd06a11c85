import type { ChatRequest } from '@farebox/core';
import type { Dice } from '../random/dice.js';

/**
 * Whether a model reasons before it answers: the o series, and GPT-5 and later but for its chat
 * variants.
 */
export function isReasoningModel(name: string): boolean {
  return /^o\d/.test(name) || (/^gpt-([5-9]|\d\d)/.test(name) && !name.includes('-chat'));
}

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
 * Always whole blocks of 64, at most 7,680 tokens. The effort is `medium` where none is asked for.
 */
export function reasoningTokens(request: ChatRequest, promptTokens: number, random: Dice): number {
  if (!isReasoningModel(request.model)) return 0;
  const blocks = blocksByEffort[request.reasoning_effort ?? 'medium'] ?? 0;
  const size = 1 + Math.min(1, promptTokens / longPromptTokens);
  return blockTokens * Math.ceil(blocks * size * (0.5 + random()));
}
