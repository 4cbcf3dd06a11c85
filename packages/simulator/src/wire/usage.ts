import type { CompletionUsage } from '@farebox/core';
import type { PromptUsage } from '../books/bill.js';
import type { CacheUse } from '../cache/prompt-cache.js';
import type { PredictionUse } from '../model/prediction.js';
import type { PromptTokens } from '../tokens/prompt-tokens.js';

/**
 * A prompt in the shape OpenAI reports it.
 *
 * `text_tokens` and `image_tokens` come where the prompt is more than text, and then add up to it
 * with `audio_tokens`; `cache_write_tokens` where the model's price has a rate for writing.
 */
export function promptUsage(prompt: PromptTokens, cache: CacheUse, billsWrites: boolean) {
  const { tokens, imageTokens, audioTokens } = prompt;
  const isMixed = imageTokens + audioTokens > 0;
  return {
    prompt_tokens: tokens,
    prompt_tokens_details: {
      cached_tokens: cache.cachedTokens,
      ...(billsWrites ? { cache_write_tokens: cache.writtenTokens } : {}),
      audio_tokens: audioTokens,
      ...(isMixed
        ? { text_tokens: tokens - imageTokens - audioTokens, image_tokens: imageTokens }
        : {}),
    },
  } satisfies PromptUsage;
}

/** What there is to say of an answer, or of all that was generated so far. */
export interface CompletionTokens {
  readonly tokens: number;
  readonly reasoningTokens: number;
  readonly prediction: PredictionUse;
}

/** Usage in the shape OpenAI reports it, details included. */
export function usageOf(
  prompt: PromptUsage,
  { tokens, reasoningTokens, prediction }: CompletionTokens,
): CompletionUsage {
  return {
    ...prompt,
    completion_tokens: tokens,
    total_tokens: prompt.prompt_tokens + tokens,
    completion_tokens_details: {
      reasoning_tokens: reasoningTokens,
      audio_tokens: 0,
      accepted_prediction_tokens: prediction.acceptedTokens,
      rejected_prediction_tokens: prediction.rejectedTokens,
    },
  };
}
