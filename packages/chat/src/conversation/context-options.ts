import { ChatError } from '@farebox/core';
import type { ContextPolicy } from './context-policy.js';

export interface ContextOptions {
  /** The model's window, prompt and answer together. Default: what the price list says; unknown, nothing is left out until the provider refuses. */
  readonly maxTokens?: number | undefined;
  /** What becomes of the oldest turns once they no longer fit. Default `dropOldest()`. */
  readonly policy?: ContextPolicy | undefined;
  /** Counts the tokens of a text, such as `countTokens` of gpt-tokenizer. Default: 4 bytes each, corrected by what the provider reports. */
  readonly countTokens?: ((text: string) => number) | undefined;
}

/** @throws {ChatError} `configuration` for a window that is no number of tokens. */
export function checkContext({ maxTokens }: ContextOptions): void {
  if (maxTokens === undefined || (Number.isSafeInteger(maxTokens) && maxTokens > 0)) return;
  throw new ChatError({
    kind: 'configuration',
    message: `context.maxTokens is ${String(maxTokens)}, which is no number of tokens.`,
    fix: 'Give the window of the model, such as 128000; left out, it is what the price list says.',
  });
}
