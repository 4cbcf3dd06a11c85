import { matchesIn } from '../text/patterns-in.js';

/** What an answer is to be made of, and how many at most. */
export interface Limit {
  readonly unit: 'words' | 'sentences' | 'lines' | 'points' | 'steps';
  /** `Infinity` where only the form is asked for. */
  readonly count: number;
}

const numbers = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const number = `(?:\\d{1,3}|single|${numbers.join('|')})`;
const adjectives = '(?:(?:short|simple|single|brief|concise|clear|plain|key|main|easy)[- ]){0,2}';
const counted = new RegExp(
  `(?<before>\\b(?:first|last|next|these|those|my|following|every|same|other|(?<under>under|below|(?:less|fewer) than)|in|into|as|with|of|than|using|most|exactly|maximum|only|just)\\s+(?:(?:just|only|exactly|at most|no more than)\\s+)?)?` +
    `\\b(?:${number}(?:\\s?(?:or|to|-|–)\\s?))?(?<number>${number})[- ]${adjectives}` +
    '(?<unit>words?|sentences?|lines?|liners?|bullet[- ]?points?|bullets|points|steps)\\b' +
    '(?! of (?:code|python|the|this|my|it)\\b)',
  'i',
);
const aSingle = /\bin (?:just |only )?a (?:single )?(word|sentence|line)\b(?! of)/i;
const asList =
  /\b(?:as|in|into|with|using) (?:a )?(?:short |simple )?(?:(?:bullet(?:ed)?|unordered) (?:list|points?)|bullets|list form|list of points|list)\b(?! (?:comprehensions?|of|in python))|\bbullet points\b|\bbulleted\b/i;
const asSteps = /\b(?:numbered list|numbered steps|as steps)\b/i;
/** "These two lines" are code at hand, not a wish. */
const noWish = /^(?:first|last|next|these|those|my|following|every|same|other)\b/i;

/**
 * How long an answer is to be, and in what form; `undefined` where the text does not say.
 *
 * "Two or three" means three, "under 50" means 49; points and steps need a word such as "in" before them.
 *
 * @example
 * limitIn('Explain it in three bullet points') // => { unit: 'points', count: 3 }
 */
export function limitIn(text: string): Limit | undefined {
  const match = matchesIn(text);
  const groups = match(counted)?.groups;
  if (groups !== undefined && !noWish.test(groups.before ?? '')) {
    const unit = unitOf(groups.unit ?? '');
    const count = numberNamed(groups.number ?? '') - (groups.under === undefined ? 0 : 1);
    const isPart = unit === 'points' || unit === 'steps';
    const isWished = !isPart || groups.before !== undefined || /bullet/i.test(groups.unit ?? '');
    if (isWished && count > 0) return { unit, count };
  }
  const single = match(aSingle)?.[1];
  if (single !== undefined) return { unit: unitOf(single), count: 1 };
  if (match(asSteps)) return { unit: 'steps', count: Number.POSITIVE_INFINITY };
  return match(asList) ? { unit: 'points', count: Number.POSITIVE_INFINITY } : undefined;
}

function unitOf(name: string): Limit['unit'] {
  const lower = name.toLowerCase();
  if (lower.startsWith('word')) return 'words';
  if (lower.startsWith('sentence')) return 'sentences';
  if (lower.startsWith('line')) return 'lines';
  return lower.startsWith('step') ? 'steps' : 'points';
}

function numberNamed(name: string): number {
  const lower = name.toLowerCase();
  if (lower === 'single') return 1;
  const place = numbers.indexOf(lower);
  return place < 0 ? Number(lower) : place + 1;
}
