import { stem } from './words.js';

/** A number that a text names, with the words around it. */
export interface NumberFact {
  readonly value: number;
  readonly at: number;
  /** Up to four stems before it, the nearest first. */
  readonly before: readonly string[];
  /** Up to three stems after it, the nearest first. */
  readonly after: readonly string[];
  /** Whether a currency sign or word stands beside it. */
  readonly money: boolean;
}

const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );
const written =
  /(?<![\w.,:/@#-])([$€£¥])?\s?(-?\d{1,15}(?:,\d{3})*(?:\.\d{1,10})?)(k|m|%)?(?![\w@/:-]|\.\d)/gi;
const spelt = new RegExp(`\\b(${small.slice(2).join('|')})\\b`, 'gi');
const moneyAfter = /^\s?(usd|eur|gbp|jpy|chf|dollars?|euros?|pounds?|yen|bucks|€|£)\b/i;
const factors: Readonly<Record<string, number>> = { k: 1_000, m: 1_000_000 };

/** The numbers of a text in their order, digits and words; parts of dates and times are none. */
export function readNumbers(text: string): NumberFact[] {
  const digits = Array.from(text.matchAll(written), (match): NumberFact => {
    const [whole, sign, number = '', suffix = ''] = match;
    const end = match.index + whole.length;
    const value = Number(number.replace(/,/g, '')) * (factors[suffix.toLowerCase()] ?? 1);
    const money = sign !== undefined || moneyAfter.test(text.slice(end, end + 12));
    return { value, at: match.index, money, ...around(text, match.index, end) };
  });
  const words = Array.from(text.matchAll(spelt), (match): NumberFact => {
    const end = match.index + match[0].length;
    const value = small.indexOf(match[0].toLowerCase());
    return { value, at: match.index, money: false, ...around(text, match.index, end) };
  });
  return [...digits, ...words].sort((one, other) => one.at - other.at).slice(0, 200);
}

function around(text: string, start: number, end: number) {
  return {
    before: stems(text.slice(Math.max(0, start - 60), start), /[.!?;\n](?=\s|$)/)
      .toReversed()
      .slice(0, 4),
    after: stemsBeforeStop(text.slice(end, end + 60)).slice(0, 3),
  };
}

function stems(text: string, stop: RegExp): string[] {
  const near = text.split(stop).at(-1) ?? '';
  return (near.toLowerCase().match(/[\p{L}\d]+/gu) ?? []).map(stem);
}

function stemsBeforeStop(text: string): string[] {
  const near = text.split(/[.!?;\n,](?=\s|$)|\band\b/)[0] ?? '';
  return (near.toLowerCase().match(/[\p{L}\d]+/gu) ?? []).map(stem);
}
