import type { Label, StringKind } from './string-kind.js';
import { wordsOf } from './words.js';

type Texts = readonly [string, ...string[]];

const texts: Readonly<Record<StringKind, Texts>> = {
  email: ['ada@example.com', 'sam@example.com', 'info@example.com'],
  url: ['https://example.com', 'https://example.com/page'],
  phone: ['+1 202 555 0143', '+44 20 7946 0958'],
  datetime: ['2026-03-14T09:30:00Z', '2026-06-02T14:00:00Z'],
  date: ['2026-03-14', '2026-06-02', '2026-09-21'],
  time: ['09:30', '14:00', '18:45'],
  timezone: ['UTC', 'Europe/Berlin', 'America/New_York'],
  currency: ['USD', 'EUR', 'GBP'],
  language: ['English', 'French', 'German'],
  symbol: ['ACME', 'INIT', 'EXPL'],
  identifier: ['A-1001', 'A-1002', 'B-2040'],
  path: ['README.md', 'src/index.ts', 'notes.txt'],
  sql: ['SELECT * FROM orders LIMIT 10', 'SELECT COUNT(*) FROM orders'],
  code: ['print("hello")', 'print(1 + 1)'],
  expression: ['1 + 1', '2 * 3'],
  place: ['Paris', 'London', 'Tokyo', 'Nairobi'],
  organisation: ['Acme', 'Initech', 'Example Ltd'],
  person: ['Ada Lovelace', 'Sam Jones', 'Mei Chen'],
  query: ['latest news', 'an overview', 'recent changes'],
  title: ['Untitled', 'Notes', 'First draft'],
  message: ['Hello!', 'Hi there.', 'A short note.'],
  party: ['ada@example.com', 'sam@example.com'],
  item: ['notebook', 'lamp', 'pen'],
  name: ['Ada', 'Sam', 'Mei'],
};

/** Texts that could stand under a name where the prompt has none. */
export function plausibleTexts(kind: StringKind | undefined, { name }: Label): Texts {
  if (kind !== undefined) return texts[kind];
  const words = wordsOf(name);
  if (words.some((word) => /^colou?r$/.test(word))) return ['blue', 'green', 'red'];
  if (words.includes('unit')) return ['metric', 'imperial'];
  return ['unknown', 'none given', 'not stated'];
}

const numbers: readonly (readonly [RegExp, readonly [number, ...number[]]])[] = [
  [/^(confidence|probability|likelihood|certainty|similarity|relevance)$/, [0.9, 0.8, 0.95]],
  [/^(age)$/, [30, 42, 27]],
  [/^(year)$/, [2026, 2025]],
  [/^(price|cost|amount|total|salary|fee|budget|balance|revenue)$/, [20, 35, 50]],
  [/^(rating|star|score)$/, [4, 5, 3]],
  [/^(temperature|degree)$/, [20, 18, 23]],
  [/^(limit|top|count|max|size|page|number|quantity|qty)$/, [5, 3, 10]],
  [/^(lat|latitude)$/, [48.86, 51.51]],
  [/^(lon|lng|long|longitude)$/, [2.35, -0.13]],
  [/^(duration|minute|length)$/, [30, 60, 45]],
];

/** Numbers that could stand under a name where the prompt has none. */
export function plausibleNumbers({ name }: Label): readonly [number, ...number[]] {
  const words = wordsOf(name).toReversed();
  for (const word of words) {
    const known = numbers.find(([pattern]) => pattern.test(word));
    if (known !== undefined) return known[1];
  }
  return [1, 2, 3];
}
