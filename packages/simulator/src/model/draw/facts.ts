import type { Scalar } from '../json/shape.js';
import { readDates, readTimes } from './read-dates.js';
import { type PlaceFact, readNames, readPlaces } from './read-names.js';
import { type NumberFact, readNumbers } from './read-numbers.js';
import { wordsOf } from './words.js';

/** No text is read beyond this. */
const maximumCharacters = 8_000;

/** What a text says that could be a value. */
export interface Facts {
  readonly text: string;
  /** The stems of its words. */
  readonly words: ReadonlySet<string>;
  readonly numbers: readonly NumberFact[];
  readonly quoted: readonly string[];
  readonly names: readonly string[];
  readonly places: readonly PlaceFact[];
  readonly emails: readonly string[];
  readonly urls: readonly string[];
  readonly dates: readonly string[];
  readonly times: readonly string[];
  /** Order numbers, tickets and the like: letters and digits in one. */
  readonly identifiers: readonly string[];
  readonly code: string | undefined;
  /** What tools have answered, by its name in one word. */
  readonly known: ReadonlyMap<string, Scalar>;
}

/** Reads a text for values. */
export function readFacts(prompt: string, known: ReadonlyMap<string, Scalar> = new Map()): Facts {
  const text = prompt.slice(0, maximumCharacters);
  const prose = text.replace(/```[\s\S]*?(?:```|$)/g, ' ');
  const all = (pattern: RegExp) =>
    Array.from(prose.matchAll(pattern), (match) => match[1] ?? match[0]);
  return {
    text: prose,
    words: new Set(wordsOf(prose)),
    numbers: readNumbers(prose),
    quoted: all(/["“]([^"“”\n]{1,400})["”]|(?<![\w])'([^'\n]{1,400})'(?![\w])/g).map((match) =>
      match.replace(/^'|'$/g, ''),
    ),
    names: readNames(prose),
    places: readPlaces(prose),
    emails: all(/(?<![\w+.-])[\w+-]{1,64}(?:\.[\w+-]+){0,8}@[a-z0-9-]+(?:\.[a-z0-9-]+){1,5}/gi),
    urls: all(/\bhttps?:\/\/[^\s"'<>`\\^{|}]{1,500}[^\s"'<>`\\^{|}.,;:!?)]/gi),
    dates: readDates(prose),
    times: readTimes(prose),
    identifiers: all(
      /#?(?<![\w@.])(?=[\w-]{0,30}\d)[A-Za-z]{1,10}[-_]?\d[\w-]{0,30}\b|#(\d{1,15})\b/g,
    ),
    code: /```[^\n`]*\n?([\s\S]*?)(?:```|$)/.exec(text)?.[1]?.trimEnd(),
    known,
  };
}
