import type { Tokenizer } from './tokenizer.js';

/** How many tokens, and whether that is a count or an estimate. */
export interface TokenCount {
  readonly tokens: number;
  readonly estimated: boolean;
}

const maximumCharacters = 1_000_000;
/** Merging one unbroken run costs its length squared; this much is about 70 ms. */
const maximumWork = 20_000_000;

/**
 * Counts the tokens of a text with bounded work.
 *
 * A megabyte of one letter would keep a tokenizer busy for minutes. Text over the bound is
 * estimated as one token per four bytes of UTF-8, and marked.
 */
export function countTokens(tokenizer: Tokenizer, text: string): TokenCount {
  if (isCheap(text)) return { tokens: tokenizer.encode(text).length, estimated: false };
  return { tokens: Math.ceil(utf8Length(text) / 4), estimated: true };
}

/** Whether encoding a text in one go stays within the bound. */
export function isCheap(text: string): boolean {
  if (text.length > maximumCharacters) return false;
  let work = 0;
  let run = 0;
  let previous = '';
  for (let index = 0; index < text.length; index++) {
    const kind = kindOf(text.charCodeAt(index));
    run = kind === previous ? run + 1 : 1;
    previous = kind;
    // 1 + 3 + 5 + … is the square of the run.
    work += 2 * run - 1;
    if (work > maximumWork) return false;
  }
  return true;
}

/** The tokenizer never merges across these kinds, digits apart: it takes them by threes. */
function kindOf(code: number): 'space' | 'digit' | 'letter' | 'mark' {
  if (code <= 32 || code === 0xa0) return 'space';
  if (code >= 48 && code <= 57) return 'digit';
  if ((code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code > 127) return 'letter';
  return 'mark';
}

function utf8Length(text: string): number {
  let bytes = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    // Each half of a surrogate pair stands for two of the pair's four bytes.
    if (code < 0x80) bytes += 1;
    else if (code < 0x800 || (code >= 0xd800 && code < 0xe000)) bytes += 2;
    else bytes += 3;
  }
  return bytes;
}
