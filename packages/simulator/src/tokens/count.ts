import { workOf } from './merge-work.js';
import type { Tokenizer } from './tokenizer.js';

/** How many tokens, and whether that is a count or an estimate. */
export interface TokenCount {
  readonly tokens: number;
  readonly estimated: boolean;
}

/** A text as tokens; one that was estimated has none to show. */
export interface CountedText extends TokenCount {
  readonly ids: readonly number[];
}

/** What one request may have encoded: about what the longest context holds. */
const maximumCharacters = 4_000_000;
/** Merging one unbroken run costs its length squared; this much is about 0.2 s. */
const maximumWork = 60_000_000;

/**
 * Counts the tokens of one request's texts, with bounded work for all of them together.
 *
 * A megabyte of one letter would keep a tokenizer busy for minutes, and so would a thousand texts
 * of a thousand letters. A text that would pass the bound is estimated as one token per four bytes
 * of UTF-8, and marked.
 */
export function tokenCounter(tokenizer: Tokenizer): (text: string) => CountedText {
  let charactersLeft = maximumCharacters;
  let workLeft = maximumWork;
  return (text) => {
    const work = text.length > charactersLeft ? undefined : workOf(text, workLeft);
    if (work === undefined) {
      return { tokens: Math.ceil(utf8Length(text) / 4), estimated: true, ids: [] };
    }
    charactersLeft -= text.length;
    workLeft -= work;
    const ids = tokenizer.encode(text);
    return { tokens: ids.length, estimated: false, ids };
  };
}

/** Whether a text can be encoded in one go, in less than a tenth of a second. */
export function isCheap(text: string): boolean {
  return text.length <= 1_000_000 && workOf(text, 20_000_000) !== undefined;
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
