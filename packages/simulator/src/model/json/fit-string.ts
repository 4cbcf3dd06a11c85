import { formatExamples, hasFormat } from './formats.js';
import { matchesPattern, type PatternWork } from './match-pattern.js';
import { patternExamples } from './pattern-example.js';
import type { StringRules } from './shape.js';

/** Whether a text keeps the rules. Lengths are in code points, as JSON Schema counts. */
export function fitsString(rules: StringRules, text: string, work?: PatternWork): boolean {
  if (text.length > 100_000) return false;
  const length = Array.from(text).length;
  if (length < rules.minLength || length > rules.maxLength) return false;
  if (rules.format !== undefined && !hasFormat(rules.format, text)) return false;
  return rules.pattern === undefined || matchesPattern(rules.pattern, text, work);
}

/** A text that keeps the rules, whatever the prompt says; `undefined` where none is found. */
export function anyString(rules: StringRules, work?: PatternWork): string | undefined {
  const candidates = [
    ...(rules.format === undefined ? [] : formatExamples(rules.format)),
    ...(rules.pattern === undefined ? [] : patternExamples(rules.pattern, rules.minLength)),
    cutToFit(rules, 'example'),
    '',
  ];
  return candidates.find((text) => fitsString(rules, text, work));
}

/** The text, shortened or filled up to the length the rules want. */
export function cutToFit({ minLength, maxLength }: StringRules, text: string): string {
  const characters = Array.from(text);
  if (characters.length > maxLength) {
    const cut = characters.slice(0, maxLength).join('');
    const wordEnd = cut.lastIndexOf(' ');
    return wordEnd >= minLength && wordEnd > maxLength / 2 ? cut.slice(0, wordEnd) : cut;
  }
  if (characters.length >= minLength) return text;
  // Words, not one long run: a tokenizer's work grows with the square of a run.
  const filler = ' and so on';
  const missing = minLength - characters.length;
  return text + filler.repeat(Math.ceil(missing / filler.length)).slice(0, missing);
}
