import type { Receipt } from '@farebox/cost';

/** Tokens as providers reported them, summed. */
export interface TokenTotals {
  readonly inputTokens: number;
  /** The part of the input that the provider had in its cache. */
  readonly cachedInputTokens: number;
  readonly outputTokens: number;
  readonly totalTokens: number;
}

export const noTokens: TokenTotals = {
  inputTokens: 0,
  cachedInputTokens: 0,
  outputTokens: 0,
  totalTokens: 0,
};

/** Adds one attempt. Without reported usage (aborted, cut off) it counts nothing; its cost is bounded. */
export function addTokens(totals: TokenTotals, { usage }: Receipt): TokenTotals {
  const input = usage?.prompt_tokens ?? 0;
  const output = usage?.completion_tokens ?? 0;
  return {
    inputTokens: totals.inputTokens + input,
    cachedInputTokens:
      totals.cachedInputTokens + (usage?.prompt_tokens_details?.cached_tokens ?? 0),
    outputTokens: totals.outputTokens + output,
    totalTokens: totals.totalTokens + input + output,
  };
}
