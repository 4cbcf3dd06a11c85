import type { CompletionUsage } from '@farebox/core';

/**
 * Usage with its reasoning inside `completion_tokens`, where only `total_tokens` counts it.
 *
 * What of the total is in neither part was generated and not shown, and is billed as output. Usage that does not add
 * up in another way stays as it is, to be refused by whoever prices it.
 */
export function withReasoning(usage: CompletionUsage): CompletionUsage {
  const { prompt_tokens: input, completion_tokens: output = 0, total_tokens: total } = usage;
  const details = usage.completion_tokens_details;
  const hidden = total - input - output;
  if (!(hidden > 0) || (details?.reasoning_tokens ?? hidden) !== hidden) return usage;
  return {
    ...usage,
    completion_tokens: output + hidden,
    completion_tokens_details: { ...details, reasoning_tokens: hidden },
  };
}
