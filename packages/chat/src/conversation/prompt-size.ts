import type { ChatRequest } from '@farebox/core';
import { expectedInput } from '@farebox/core/bound';

/** What a file, or other media without a rule, is taken at until the provider has counted it. */
const tokensOfUnknown = 1_000;
/** Tokenizers differ by less; what differs by more is media, and says nothing of text. */
const mostCorrection = 4;

/**
 * How many tokens a request's prompt has: the provider's own count of the last one, and an estimate of the difference.
 *
 * Without a tokenizer the estimate is 4 bytes a token, corrected by how far it was off the last time.
 */
export class PromptSize {
  readonly #countTokens: ((text: string) => number) | undefined;
  #last: { readonly estimate: number; readonly tokens: number } | undefined;

  constructor(countTokens: ((text: string) => number) | undefined) {
    this.#countTokens = countTokens;
  }

  of(request: ChatRequest): number {
    const estimate = this.#estimate(request);
    if (this.#last === undefined) return estimate;
    const ratio = this.#last.tokens / this.#last.estimate;
    const correction = Math.min(mostCorrection, Math.max(1 / mostCorrection, ratio));
    return Math.ceil(this.#last.tokens + (estimate - this.#last.estimate) * correction);
  }

  /** The provider has counted this request. */
  counted(request: ChatRequest, tokens: number | undefined): void {
    if (tokens !== undefined && tokens > 0)
      this.#last = { estimate: this.#estimate(request), tokens };
  }

  #estimate(request: ChatRequest): number {
    const countTokens = this.#countTokens;
    const expected = expectedInput(request, countTokens && { countTokens });
    const unknown = expected.unknown.length * tokensOfUnknown;
    return expected.textTokens + expected.imageTokens + expected.audioTokens + unknown;
  }
}
