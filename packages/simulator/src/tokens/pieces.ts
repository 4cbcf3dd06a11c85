import type { TokenLogprob } from '@farebox/core';
import type { Tokenizer } from './tokenizer.js';

/** A stretch of an answer that can be sent on its own, and the tokens it took. */
export interface Piece {
  readonly text: string;
  readonly tokens: number;
  /** One entry for each token. */
  readonly logprobs: readonly TokenLogprob[];
}

/**
 * Splits a text into its tokens, as far as each can stand alone.
 *
 * A character may be spread over several tokens; such tokens travel together, or the reader
 * would see replacement characters.
 */
export function piecesOf(tokenizer: Tokenizer, text: string): Piece[] {
  const pieces: Piece[] = [];
  let pending: number[] = [];
  for (const token of tokenizer.encode(text)) {
    pending.push(token);
    const decoded = tokenizer.decode(pending);
    if (decoded.includes('\uFFFD')) continue;
    pieces.push({ text: decoded, tokens: pending.length, logprobs: [] });
    pending = [];
  }
  if (pending.length > 0) {
    pieces.push({ text: tokenizer.decode(pending), tokens: pending.length, logprobs: [] });
  }
  return pieces;
}
