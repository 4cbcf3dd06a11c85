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

/** The squares of a text's unbroken runs, added up; nothing when they pass the limit. */
function workOf(text: string, limit: number): number | undefined {
  let work = 0;
  let run = 0;
  let previous: Kind | undefined;
  for (let index = 0; index < text.length; index++) {
    const kind = kindOf(text.charCodeAt(index), previous);
    run = kind === previous ? run + 1 : 1;
    previous = kind;
    // 1 + 3 + 5 + … is the square of the run.
    work += 2 * run - 1;
    if (work > limit) return undefined;
  }
  return work;
}

type Kind = 'space' | 'digit' | 'letter' | 'mark';

/**
 * The tokenizer never merges across these kinds, digits apart: it takes them by threes. Line ends
 * belong to the marks before them, and slashes after those to both: a million times `/` and a line
 * end are one run.
 */
function kindOf(code: number, previous: Kind | undefined): Kind {
  if ((code === 10 || code === 13) && previous === 'mark') return 'mark';
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
