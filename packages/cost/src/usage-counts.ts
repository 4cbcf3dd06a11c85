import type { CompletionUsage } from '@farebox/core';

/** Tokens for reports, as the provider reported them; what is no count is 0 there, and stays as it is on the receipt. */
export function usageCounts(usage: CompletionUsage | undefined): {
  readonly inputTokens: number;
  readonly outputTokens: number;
} {
  return {
    inputTokens: count(usage?.prompt_tokens),
    outputTokens: count(usage?.completion_tokens),
  };
}

/** A million million: a sum of these is exact for 9,000 receipts, and nobody reads more into one reply. */
const mostTokens = 1_000_000_000_000;

function count(tokens: unknown): number {
  const isCount = Number.isInteger(tokens) && (tokens as number) >= 0;
  return isCount && (tokens as number) <= mostTokens ? (tokens as number) : 0;
}
