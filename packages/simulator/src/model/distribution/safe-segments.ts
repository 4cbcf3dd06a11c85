import type { Segment } from '../../text/template.js';
import { isSafeCut } from './safe-cut.js';

/** One text that may come next, and how likely it is among the others of its segment. */
export interface Alternative {
  readonly text: string;
  readonly weight: number;
}

export type WeightedSegment = readonly Alternative[];

/** Each alternative is this much as likely as the one before it. */
const rankRatio = 0.8;

/** A product that is larger is not written out; those of the corpus have fewer than 64 texts. */
const maximumProduct = 4_096;

/**
 * The same texts, as likely as before, cut only where the tokenizer cuts too.
 *
 * The tokens of a text are then those of its segments, one after the other. What all texts of a
 * choice begin or end with counts as fixed. Fixed text goes over to the choices beside it up to its first or last safe cut (see `isSafeCut`); choices without a safe
 * cut between them become one, of all combinations. Where those are more than 4,096, the later
 * choice keeps only its likeliest texts, as many as fit.
 *
 * @example
 * safeSegments([['A loop '], ['runs', 'repeats']])
 * // => [[{ text: 'A loop', weight: 1 }], [{ text: ' runs', weight: 5 / 9 }, { text: ' repeats', weight: 4 / 9 }]]
 */
export function safeSegments(segments: readonly Segment[]): WeightedSegment[] {
  const done: WeightedSegment[] = [];
  for (const segment of segments.flatMap(parted)) {
    let next = segment;
    // What has no safe cut before it joins what is before, and may then have one no longer.
    for (;;) {
      const last = done.pop();
      if (last === undefined) {
        done.push(next);
        break;
      }
      const moved = withSafeCut(last, next);
      if (moved !== undefined) {
        done.push(...moved);
        break;
      }
      next = product(last, next);
    }
  }
  return done;
}

/**
 * A choice without what all its texts begin and end with, and that before and after it; half of a
 * surrogate pair stays where the other half is.
 */
function parted(segment: Segment): WeightedSegment[] {
  const [first, ...others] = segment;
  if (others.length === 0) return [[{ text: first, weight: 1 }]];
  let start = 0;
  while (start < first.length && others.every((text) => text[start] === first[start])) start += 1;
  if (/[\ud800-\udbff]/.test(first.charAt(start - 1))) start -= 1;
  const shortest = Math.min(...segment.map(({ length }) => length)) - start;
  let end = 0;
  while (end < shortest && others.every((text) => text.at(-1 - end) === first.at(-1 - end))) {
    end += 1;
  }
  if (/[\udc00-\udfff]/.test(first.charAt(first.length - end))) end -= 1;
  const fixed = (text: string) => (text === '' ? [] : [[{ text, weight: 1 }]]);
  const middle = weighted(segment).map(({ text, weight }) => ({
    text: text.slice(start, text.length - end),
    weight,
  }));
  return [...fixed(first.slice(0, start)), middle, ...fixed(first.slice(first.length - end))];
}

function weighted(texts: Segment): WeightedSegment {
  // Multiplied, not raised: `**` may differ in its last bit from runtime to runtime.
  let weight = 1 / rankRatio;
  const ranked = texts.map((text) => {
    weight *= rankRatio;
    return { text, weight };
  });
  const sum = ranked.reduce((total, alternative) => total + alternative.weight, 0);
  return ranked.map((alternative) => ({ ...alternative, weight: alternative.weight / sum }));
}

function withSafeCut(
  left: WeightedSegment,
  right: WeightedSegment,
): [WeightedSegment, WeightedSegment] | undefined {
  if (isSafeBetween(left, right)) return [left, right];
  const [start] = right;
  if (right.length === 1 && start !== undefined) {
    const cut = cutsIn(start.text).next().value;
    if (cut === undefined) return undefined;
    const head = { text: start.text.slice(0, cut), weight: 1 };
    return [product(left, [head]), [{ text: start.text.slice(cut), weight: 1 }]];
  }
  const [end] = left;
  if (left.length === 1 && end !== undefined) {
    const cut = cutsIn(end.text, -1).next().value;
    if (cut === undefined) return undefined;
    const tail = { text: end.text.slice(cut), weight: 1 };
    return [[{ text: end.text.slice(0, cut), weight: 1 }], product([tail], right)];
  }
  return undefined;
}

function isSafeBetween(left: WeightedSegment, right: WeightedSegment): boolean {
  return left.every((before) => right.every((after) => isSafeCut(before.text, after.text)));
}

/** The safe cuts inside a text, from its start or (step −1) from its end. */
function* cutsIn(text: string, step: 1 | -1 = 1): Generator<number, undefined> {
  for (let cut = step === 1 ? 1 : text.length - 1; cut > 0 && cut < text.length; cut += step) {
    // The part before only matters by its last two characters.
    if (isSafeCut(text.slice(Math.max(0, cut - 4), cut), text.slice(cut))) yield cut;
  }
}

function product(left: WeightedSegment, right: WeightedSegment): WeightedSegment {
  const kept = right.slice(0, Math.max(1, Math.floor(maximumProduct / left.length)));
  const sum = kept.reduce((total, { weight }) => total + weight, 0);
  return left.flatMap((before) =>
    kept.map((after) => ({
      text: before.text + after.text,
      weight: (before.weight * after.weight) / sum,
    })),
  );
}
