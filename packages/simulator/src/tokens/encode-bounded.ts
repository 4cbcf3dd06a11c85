import { isCheap } from './count.js';
import type { Tokenizer } from './tokenizer.js';

/** Encoding this much in one go takes well under a millisecond, whatever it is. */
const stretchCharacters = 1_000;

/**
 * The tokens of a text, with bounded work.
 *
 * What would take too long in one go (see `isCheap`) is encoded in stretches of 1,000
 * characters; its tokens are then a few more than they had to be.
 */
export function encodeBounded(tokenizer: Tokenizer, text: string): number[] {
  if (isCheap(text)) return tokenizer.encode(text);
  const tokens: number[] = [];
  for (let start = 0; start < text.length; ) {
    const end = start + stretchCharacters;
    // Never between the halves of a surrogate pair.
    const low = text.charCodeAt(end);
    const cut = low >= 0xdc00 && low < 0xe000 ? end - 1 : end;
    tokens.push(...tokenizer.encode(text.slice(start, cut)));
    start = cut;
  }
  return tokens;
}
