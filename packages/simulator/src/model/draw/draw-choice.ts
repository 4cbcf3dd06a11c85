import type { Scalar, ShapeOf } from '../json/shape.js';
import { knownUnder } from './labelled.js';
import { moodOf } from './mood.js';
import { type Drawn, jsonOf, type Source } from './source.js';
import type { Label } from './string-kind.js';
import { currenciesIn } from './vocabulary.js';
import { stem, wordsOf } from './words.js';

/** A choice offers no more than this many values; a list may have thousands. */
const maximumAlternatives = 12;
/** Values beyond these are not looked for in the prompt. */
const maximumCompared = 1_000;

/** One of the values of an enum: the one the prompt speaks of, or any of them. */
export function drawChoice(shape: ShapeOf<'enum'>, label: Label, source: Source): Drawn {
  const { values } = shape;
  if (values.length === 1) return { segments: [jsonOf(values)], certain: false };
  const compared = values.slice(0, maximumCompared);
  const spoken = spokenOf(compared, label, source);
  if (spoken !== undefined) return { segments: [jsonOf([spoken])], certain: true };
  const named = shape.examples.filter((value) => values.includes(value));
  const [first = values[0], ...others] = [
    ...new Set([...named, ...values.slice(0, maximumAlternatives)]),
  ];
  return { segments: [jsonOf([first, ...others])], certain: false };
}

/** All values of an enum that the prompt speaks of, in its own order of them. */
export function spokenValues(values: readonly Scalar[], { facts }: Source): Scalar[] {
  return values.slice(0, maximumCompared).filter((value) => pointsOf(value, facts) > 0);
}

/** `true` or `false`: what the prompt says about the name, or either. */
export function drawBoolean(
  shape: { readonly examples: readonly Scalar[] },
  label: Label,
  { facts }: Source,
): Drawn {
  const known = knownUnder(facts, label.name);
  if (typeof known === 'boolean') return { segments: [jsonOf([known])], certain: true };
  const words = wordsOf(label.name).filter((word) => !fillers.has(word));
  const at = words.map((word) => positionOf(facts.text, word)).find((position) => position >= 0);
  if (at !== undefined) {
    const denied =
      /\b(?:not|no|never|without|n[o']t|isn['’]t|don['’]t|doesn['’]t|disable|off)\b[^.!?]{0,25}$/i;
    return {
      segments: [jsonOf([!denied.test(facts.text.slice(Math.max(0, at - 40), at))])],
      certain: true,
    };
  }
  const preset = shape.examples.find((value) => typeof value === 'boolean');
  return preset === undefined
    ? { segments: [jsonOf([false, true])], certain: false }
    : { segments: [jsonOf([preset])], certain: false };
}

const fillers = new Set([
  'is',
  'ha',
  'has',
  'have',
  'should',
  'include',
  'enable',
  'use',
  'with',
  'are',
  'need',
  'require',
  'was',
  'can',
]);

function spokenOf(values: readonly Scalar[], label: Label, { facts }: Source): Scalar | undefined {
  const known = knownUnder(facts, label.name);
  if (known !== undefined && values.includes(known)) return known;
  const currencies = currenciesIn(facts.text);
  const target = /\b(?:to|target|into|dest)/i.test(label.name.replace(/_/g, ' '));
  const currency = (target ? currencies.toReversed() : currencies).find((code) =>
    values.includes(code),
  );
  if (currency !== undefined) return currency;
  let best: { value: Scalar; points: number } | undefined;
  for (const value of values) {
    const points = pointsOf(value, facts);
    if (points > (best?.points ?? 0)) best = { value, points };
  }
  return best?.value ?? moodOf(values, facts.text);
}

/** Longer names that stand in the prompt say more than short ones. */
function pointsOf(value: Scalar, { words, numbers }: Source['facts']): number {
  if (typeof value === 'number') return numbers.some((fact) => fact.value === value) ? 1 : 0;
  if (typeof value !== 'string') return 0;
  const parts = wordsOf(value);
  // A single letter is an article more often than a value.
  const all = parts.length > 0 && value.length > 1 && parts.every((part) => words.has(part));
  return all ? value.length : 0;
}

function positionOf(text: string, word: string): number {
  for (const match of text.matchAll(/[\p{L}\d]+/gu)) {
    if (stem(match[0].toLowerCase()) === word) return match.index;
  }
  return -1;
}
