import { ChatError } from '../errors/chat-error.js';
import { utf8Length } from './utf8-length.js';

/** Any tokenizer; `countTokens` of `gpt-tokenizer` is one as it stands. */
export interface Tokenizer {
  countTokens(text: string): number;
}

/** A text's tokens, as far as they were counted, and the rest in bytes. */
export interface CappedCount {
  readonly tokens: number;
  readonly countedBytes: number;
  /** UTF-8 bytes that were not counted: beyond the cap, or refused by the tokenizer. */
  readonly uncountedBytes: number;
  /** How often an unbroken run was cut. */
  readonly cuts: number;
}

/** Tokens of all texts together; about 120 KB of English, and 0.1 s for the worst there is. */
const mostTokens = 30_000;
/** Merging an unbroken run costs its length squared; of this length, next to nothing. */
const longestStretch = 256;
/** So that a stretch of few tokens counts as work, too. */
const charactersPerToken = 8;

/**
 * Counts with bounded work, whatever the text: a megabyte of one letter would keep a tokenizer busy
 * for minutes, and so would a megabyte of `/` and line ends.
 *
 * No text goes to the tokenizer in stretches of more than 256 characters, cut before a word where
 * there is one: byte-level BPE never merges across that place, so the sum is exact. A cut within one
 * long run can add tokens, or save one or two, because merging is not optimal. After 30,000 tokens of work, the rest is given in bytes. A text that the
 * tokenizer throws at, as some do at `<|endoftext|>`, is given in bytes as well.
 *
 * @throws {ChatError} `configuration` when the tokenizer gives something that is no count.
 */
export function cappedCounter(tokenizer: Tokenizer): (text: string) => CappedCount {
  let workLeft = mostTokens;
  return (text) => {
    let tokens = 0;
    let countedBytes = 0;
    let uncountedBytes = 0;
    let cuts = 0;
    for (let start = 0; start < text.length; ) {
      const end = workLeft > 0 ? stretchEnd(text, start) : text.length;
      const stretch = text.slice(start, end);
      const count = workLeft > 0 ? countOf(tokenizer, stretch) : undefined;
      if (count === undefined) uncountedBytes += utf8Length(stretch);
      else {
        tokens += count;
        countedBytes += utf8Length(stretch);
      }
      workLeft -= Math.max(1, count ?? 0, stretch.length / charactersPerToken);
      if (end < text.length && !beginsWord(text, end)) cuts += 1;
      start = end;
    }
    return { tokens, countedBytes, uncountedBytes, cuts };
  };
}

function countOf(tokenizer: Tokenizer, text: string): number | undefined {
  let count: unknown;
  try {
    count = tokenizer.countTokens(text);
  } catch {
    return undefined;
  }
  if (Number.isSafeInteger(count) && (count as number) >= 0) return count as number;
  throw new ChatError({
    kind: 'configuration',
    message: `The tokenizer's countTokens gave ${String(count)}, which is no number of tokens.`,
  });
}

/** Before the last word that begins in the second half of a stretch, or else after all of it. */
function stretchEnd(text: string, start: number): number {
  const most = start + longestStretch;
  if (most >= text.length) return text.length;
  for (let index = most; index > most - longestStretch / 2; index--) {
    if (beginsWord(text, index)) return index;
  }
  // Never between the halves of a surrogate pair.
  return /[\uDC00-\uDFFF]/.test(text.charAt(most)) ? most - 1 : most;
}

/** Whether there is a space and then something else: where every tokenizer of words begins one. */
function beginsWord(text: string, index: number): boolean {
  return text.charAt(index) === ' ' && /\S/.test(text.charAt(index + 1));
}
