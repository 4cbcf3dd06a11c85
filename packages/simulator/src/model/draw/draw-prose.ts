import type { Segment } from '../../text/template.js';
import { cutToFit, fitsString } from '../json/fit-string.js';
import type { ShapeOf } from '../json/shape.js';
import { type Drawn, jsonOf, type Source } from './source.js';
import { wordsOf } from './words.js';

const names = new Set(
  'answer response reply text content message summary explanation explain description reason rationale thought thinking analysis comment detail body output result note review feedback advice suggestion overview conclusion solution tip idea point pro con highlight takeaway insight story poem joke definition final step chain'.split(
    ' ',
  ),
);

/** Whether a property of this name holds free text, which the authored answer fills. */
export function holdsProse(name: string): boolean {
  const words = wordsOf(name);
  return names.has(words.at(-1) ?? '') || (words.includes('reason') && words.length < 3);
}

/**
 * The authored answer as a text: whole in the first place, one paragraph in each after it.
 *
 * Where the place has rules it is one wording, cut to fit, for not every wording may keep them.
 */
export function drawProse(
  shape: ShapeOf<'string'>,
  prose: readonly Segment[],
  { taken }: Source,
): Drawn {
  const place = taken.prose;
  taken.prose += 1;
  const { rules } = shape;
  if (place === 0 && isFree(rules)) return textOf(prose);
  const whole = prose.map(([first]) => first).join('');
  const text = cutToFit(rules, place === 0 ? whole : sentence(whole, place - 1));
  const fitting = fitsString(rules, text) ? text : shape.fallback;
  return { segments: [jsonOf([fitting])], certain: fitting === text };
}

/** Whether a place takes any text. */
export function isFree(rules: ShapeOf<'string'>['rules']): boolean {
  return (
    rules.minLength === 0 &&
    rules.maxLength === Number.POSITIVE_INFINITY &&
    rules.pattern === undefined &&
    rules.format === undefined
  );
}

/** A text of several wordings as one JSON string. */
export function textOf(text: readonly Segment[]): Drawn {
  const escaped = text.map(([first, ...others]): Segment => [inside(first), ...others.map(inside)]);
  return { segments: [['"'], ...escaped, ['"']], certain: true };
}

/** A sentence outside code, counted round. */
function sentence(text: string, index: number): string {
  const plain = text
    .replace(/```[\s\S]*?(?:```|$)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const sentences = plain.split(/(?<=[.!?]) (?=\S)/);
  return sentences[index % sentences.length] ?? plain;
}

function inside(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
