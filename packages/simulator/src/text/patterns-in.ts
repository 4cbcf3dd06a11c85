import { requiredWords } from './required-words.js';

const known = new WeakMap<RegExp, readonly string[]>();

/** Words that a text must have one of before a pattern is worth a try; the empty one is in all. */
function wordsOf(pattern: RegExp): readonly string[] {
  const words = known.get(pattern) ?? requiredWords(pattern) ?? [''];
  known.set(pattern, words);
  return words;
}

/**
 * Tells which patterns a text has.
 *
 * A pattern is compiled when it is first tried, and the several hundred of the corpus take 30 ms of a first answer.
 * So those are not tried that need a word which the text has not.
 *
 * @example
 * const has = patternsIn('Explain a for loop');
 * has(/\bfor loops?\b/i) // => true
 */
export function patternsIn(text: string): (pattern: RegExp) => boolean {
  const lower = text.toLowerCase();
  return (pattern) => wordsOf(pattern).some((word) => lower.includes(word)) && pattern.test(text);
}
