import type { CompletionUsage } from '@farebox/core';
import type { Rates } from './tariff.js';

/** What is billed of a prompt, in the words of usage. */
export type PromptUsage = Pick<CompletionUsage, 'prompt_tokens' | 'prompt_tokens_details'>;

/**
 * What the tokens cost, in picodollars: the simulator's own sum, next to nobody else's.
 *
 * The details of usage overlap, and each token is billed once: cached tokens as cached whatever
 * they are, then tokens written to the cache, then sound, and what is left as fresh. What has no
 * rate of its own is fresh too. Reasoning and rejected predictions are output.
 */
export function bill(rates: Rates, prompt: PromptUsage, completionTokens: number): bigint {
  const details = prompt.prompt_tokens_details ?? {};
  let left = prompt.prompt_tokens;
  let cost = BigInt(completionTokens) * rates.output;
  const charge = (tokens: number, rate: bigint) => {
    const charged = Math.min(tokens, left);
    left -= charged;
    cost += BigInt(charged) * rate;
  };
  charge(details.cached_tokens ?? 0, rates.cachedInput);
  charge(details.cache_write_tokens ?? 0, rates.cacheWrite ?? rates.freshInput);
  charge(details.audio_tokens ?? 0, rates.audioInput ?? rates.freshInput);
  charge(left, rates.freshInput);
  return cost;
}
