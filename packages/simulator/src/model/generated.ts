import type { FinishReason } from '@farebox/core';
import type { Piece } from '../tokens/pieces.js';

/** A section as it was generated. */
export type GeneratedSection =
  | { readonly kind: 'content' | 'refusal'; readonly pieces: readonly Piece[] }
  | {
      readonly kind: 'call';
      readonly type: 'function' | 'custom';
      readonly name: string;
      /** Tokens of the name, which is sent before the pieces. */
      readonly nameTokens: number;
      readonly pieces: readonly Piece[];
    };

/** One choice, generated. */
export interface Generated {
  readonly sections: readonly GeneratedSection[];
  readonly finish: FinishReason;
  /** All tokens that were generated, and are billed: reasoning, and what was never sent, included. */
  readonly tokens: number;
  readonly reasoningTokens: number;
  /**
   * Tokens that were generated but never sent: those of a stop sequence, and of a character that
   * the ceiling cut in two.
   */
  readonly unsentTokens: number;
}
