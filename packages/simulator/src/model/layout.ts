import type { AnswerParts } from './answer-parts.js';
import { fenced } from './example.js';
import type { Limit } from './limit.js';
import { maximumWords, sentencesOf } from './sentences.js';

/**
 * An answer of so many words, sentences, lines, points or steps, or of as many as there are.
 *
 * Code counts for nothing, and follows the sentences that cannot do without it.
 *
 * @param words texts of one, three, five and ten words, if there are any.
 */
export function laidOut(
  parts: AnswerParts,
  { unit, count }: Limit,
  words: readonly string[],
): string {
  const { points, summary, notes, code } = parts;
  const missing = count === Number.POSITIVE_INFINITY ? 0 : Math.max(0, count - points.length);
  const more = sentencesOf(notes).slice(0, missing);
  // What is to be minded may speak of the code, so it comes with it.
  const shown = more.length === 0 || code === undefined ? [] : [fenced('python', code)];
  const all = shown.length === 0 ? points.slice(0, count) : [...points, ...more];
  switch (unit) {
    case 'words':
      return inWords(parts, count, words);
    case 'points':
      return [all.map((text) => `- ${text}`).join('\n'), ...shown].join('\n\n');
    case 'steps':
      return [all.map((text, index) => `${index + 1}. ${text}`).join('\n'), ...shown].join('\n\n');
    case 'sentences': {
      const last = shown.length === 0 ? [] : [more.join(' ')];
      return [points.slice(0, count).join(' '), ...shown, ...last].join('\n\n');
    }
    case 'lines':
      return (missing > 0 ? [summary, ...points] : points).slice(0, count).join('\n');
  }
}

function inWords({ name, points }: AnswerParts, count: number, words: readonly string[]): string {
  const kept: string[] = [];
  let left = count;
  for (const point of points) {
    left -= maximumWords(point);
    if (left < 0) break;
    kept.push(point);
  }
  if (kept.length > 0 && count > 10) return kept.join(' ');
  const fitting = words.findLast((text) => maximumWords(text) <= count);
  return fitting ?? `${name.charAt(0).toUpperCase()}${name.slice(1)}.`;
}
