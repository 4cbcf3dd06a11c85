import { fitsNumber, nearestNumber } from '../json/fit-number.js';
import type { ShapeOf } from '../json/shape.js';
import { knownUnder } from './labelled.js';
import { plausibleNumbers } from './plausible.js';
import type { NumberFact } from './read-numbers.js';
import { type Drawn, jsonOf, type Source } from './source.js';
import type { Label } from './string-kind.js';
import { wordsOf } from './words.js';

const money = new Set([
  'price',
  'cost',
  'amount',
  'total',
  'salary',
  'fee',
  'budget',
  'balance',
  'value',
  'subtotal',
  'tax',
  'revenue',
  'unit',
]);
const counts = new Set([
  'quantity',
  'qty',
  'count',
  'limit',
  'max',
  'number',
  'top',
  'size',
  'guest',
  'people',
  'result',
  'n',
  'k',
]);
const meanings: Readonly<Record<string, readonly string[]>> = {
  age: ['year', 'aged', 'old'],
  guest: ['people', 'person', 'adult', 'guest'],
  people: ['people', 'person', 'guest', 'adult'],
  party: ['people', 'person', 'guest'],
  duration: ['minute', 'hour', 'min'],
  temperature: ['degree', 'celsius', 'fahrenheit', 'c', 'f'],
  rating: ['star', 'out'],
  score: ['point', 'out'],
  tip: ['percent', 'tip'],
  percentage: ['percent'],
  discount: ['percent', 'off'],
  distance: ['km', 'mile', 'kilometre', 'kilometer', 'metre'],
  weight: ['kg', 'pound', 'gram', 'kilo'],
  height: ['cm', 'feet', 'metre'],
};

/** A number for a place: the one the prompt names for it, or one that could stand there. */
export function drawNumber(shape: ShapeOf<'number'>, label: Label, source: Source): Drawn {
  const { facts, taken } = source;
  const { rules } = shape;
  const known = knownUnder(facts, label.name);
  if (typeof known === 'number' && fitsNumber(rules, known)) return one(known, true);
  const free = facts.numbers.filter(
    ({ value, at }) => fitsNumber(rules, value) && !taken.numbers.includes(at),
  );
  const words = wordsOf(label.name);
  const scored = free.map((fact) => ({ fact, points: points(fact, words) }));
  const best = scored.reduce<(typeof scored)[number] | undefined>(
    (most, each) => (each.points > (most?.points ?? -1) ? each : most),
    undefined,
  );
  if (best !== undefined) {
    taken.numbers.push(best.fact.at);
    return one(best.fact.value, best.points > 0);
  }
  const named = shape.examples.filter((value) => typeof value === 'number');
  const fitting = named.filter((value) => fitsNumber(rules, value));
  if (fitting[0] !== undefined) return one(fitting[0], false);
  const [first, ...others] = plausibleNumbers(label)
    .map((value) => nearestNumber(rules, value) ?? shape.fallback)
    .filter((value, index, all) => all.indexOf(value) === index);
  return { segments: [jsonOf([first ?? shape.fallback, ...others])], certain: false };
}

/** How much a number's neighbours speak for a name. */
function points({ before, after, money: isMoney }: NumberFact, words: readonly string[]): number {
  let sum = 0;
  for (const word of words) {
    const near = [word, ...(Object.hasOwn(meanings, word) ? (meanings[word] ?? []) : [])];
    if (near.some((meaning) => after[0] === meaning)) sum += 4;
    else if (near.some((meaning) => after.includes(meaning))) sum += 2;
    const distance = before.indexOf(word);
    if (distance >= 0) sum += 4 - distance;
    if (isMoney && money.has(word)) sum += 3;
    if (!isMoney && counts.has(word) && after[0] !== undefined) sum += 1;
  }
  return sum;
}

function one(value: number, certain: boolean): Drawn {
  return { segments: [jsonOf([value])], certain };
}
