import { requiredWords } from './required-words.js';

const known = new WeakMap<RegExp, readonly string[]>();

/** Words that a text must have one of before a pattern is worth a try; the empty one is in all. */
function wordsOf(pattern: RegExp): readonly string[] {
  const words = known.get(pattern) ?? requiredWords(pattern) ?? [''];
  known.set(pattern, words);
  return words;
}

/**
 * Finds patterns in a text: what the first match has, or nothing.
 *
 * A pattern is compiled when it is first tried, and the several hundred of the corpus take 30 ms of a first answer.
 * So those are not tried that need a word which the text has not.
 *
 * @example
 * matchesIn('Explain a for loop')(/\bfor (loops?)\b/i)?.[1] // => 'loop'
 */
export function matchesIn(text: string): (pattern: RegExp) => RegExpExecArray | undefined {
  const lower = text.toLowerCase();
  return (pattern) =>
    wordsOf(pattern).some((word) => lower.includes(word))
      ? (pattern.exec(text) ?? undefined)
      : undefined;
}

/** Tells which patterns a text has; as {@link matchesIn}. */
export function patternsIn(text: string): (pattern: RegExp) => boolean {
  const match = matchesIn(text);
  return (pattern) => match(pattern) !== undefined;
}
