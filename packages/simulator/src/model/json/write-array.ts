import type { Segment } from '../../text/template.js';
import { spokenValues } from '../draw/draw-choice.js';
import { holdsProse, isFree, textOf } from '../draw/draw-prose.js';
import { readFacts } from '../draw/facts.js';
import { keywordsIn } from '../draw/keywords-in.js';
import { piecesOf } from '../draw/pieces-of.js';
import { type Drawn, type Source, sourceOf } from '../draw/source.js';
import { type Label, stringKind } from '../draw/string-kind.js';
import { wordsOf } from '../draw/words.js';
import { fitsString } from './fit-string.js';
import type { Shape, ShapeOf } from './shape.js';
import type { Writer } from './writer.js';

/** An array that may grow ends here. */
const maximumItems = 20;
const usualSentences = 3;

/**
 * An array: as many items as the prompt has values for, within the bounds of the schema.
 *
 * A prompt without any gives one, or as many as it asks for ("three tips").
 */
export function writeArray(
  writer: Writer,
  shape: ShapeOf<'array'>,
  label: Label,
  source: Source,
): Drawn {
  const { first, items, minItems, maxItems } = shape;
  if (items?.kind === 'enum' && first.length === 0) {
    const spoken = spokenValues(items.values, source).slice(0, Math.min(maxItems, maximumItems));
    if (spoken.length > 0 && spoken.length >= minItems) {
      return { segments: [[JSON.stringify(spoken)]], certain: true };
    }
  }
  if (
    items?.kind === 'string' &&
    first.length === 0 &&
    /(?:tag|keyword|topic|theme)s$/i.test(label.name)
  ) {
    const words = keywordsIn(source.facts.text, 3).filter((word) => fitsString(items.rules, word));
    const kept = words.slice(0, maxItems);
    if (kept.length > 0 && kept.length >= minItems) {
      return { segments: [[JSON.stringify(kept)]], certain: true };
    }
  }
  if (items?.kind === 'string' && first.length === 0 && isFree(items.rules)) {
    const parts = source.parts(label.name).slice(0, maxItems);
    if (parts.length > 0 && parts.length >= minItems) {
      return { segments: separated(parts.map(textOf)), certain: true };
    }
  }
  const drawn: Drawn[] = [];
  for (const item of first.slice(0, maxItems)) {
    if (drawn.length >= minItems && !writer.afford(item)) break;
    drawn.push(writer.write(item, label, source));
  }
  const most = Math.max(minItems, Math.min(maxItems, maximumItems));
  if (items !== undefined && drawn.length < most) {
    drawn.push(
      ...restOf(writer, items, label, source, minItems - drawn.length, most - drawn.length),
    );
  }
  return { segments: separated(drawn), certain: drawn.some(({ certain }) => certain) };
}

function separated(items: readonly Drawn[]): Segment[] {
  const segments = items.flatMap(({ segments: inside }, index): Segment[] =>
    index === 0 ? [...inside] : [[','], ...inside],
  );
  return [['['], ...segments, [']']];
}

/** The items after those that have a shape of their own. */
function restOf(
  writer: Writer,
  items: Shape,
  label: Label,
  source: Source,
  least: number,
  most: number,
): Drawn[] {
  const sources = sourcesOf(writer, items, label, source, most);
  const isProse = source.prose !== undefined && holdsProse(label.name) && isProseItem(items);
  // The authored answer comes in sentences here, not as a whole.
  if (isProse && source.taken.prose === 0) source.taken.prose = 1;
  // A tree without leaves in the prompt ends here, and texts of no known kind are not made up.
  const isUnknown = items.kind === 'string' && stringKind(label) === undefined;
  const usual = isProse ? usualSentences : writer.isAround(items) || isUnknown ? 0 : 1;
  const wanted = Math.max(wantedItems(label, source) ?? usual, sources.length);
  // Texts and numbers are used up one by one; other values would come again.
  const goesOn = (items.kind === 'string' || items.kind === 'number') && !isProse;
  const drawn: Drawn[] = [];
  while (drawn.length < most) {
    const needed = drawn.length < least;
    const asked = needed || drawn.length < wanted;
    if ((!asked && !goesOn) || (!needed && !writer.afford(items))) break;
    const from = sources[drawn.length] ?? source;
    const before = from.taken.numbers.length;
    // A list of numbers has all numbers of the prompt, whatever they stand for.
    const keeps = ({ certain }: Drawn) =>
      asked || certain || (items.kind === 'number' && from.taken.numbers.length > before);
    let kept = false;
    const item = writer.attempt(
      from,
      () => writer.write(items, label, from),
      (result) => {
        kept = keeps(result);
        return kept;
      },
    );
    if (!kept) break;
    drawn.push(item);
  }
  return drawn;
}

/** Whether an item is free text, or has a member that is. */
function isProseItem(items: Shape): boolean {
  const shape = items.kind === 'reference' ? items.target() : items;
  if (shape.kind !== 'object') return shape.kind === 'string';
  return [...shape.properties].some(([name, { kind }]) => kind === 'string' && holdsProse(name));
}

/** Where each item is drawn from, if the prompt comes in pieces that each have values for one. */
function sourcesOf(
  writer: Writer,
  items: Shape,
  label: Label,
  { facts }: Source,
  most: number,
): Source[] {
  const shape = items.kind === 'reference' ? items.target() : items;
  if (shape.kind !== 'object') return [];
  for (const pieces of piecesOf(facts.text)) {
    const sources = pieces.slice(0, most).map((piece) => sourceOf(readFacts(piece)));
    const speaking = sources.filter((from) => {
      const trial = writer.attempt(
        from,
        () => writer.write(items, label, from),
        () => false,
      );
      return trial.certain;
    });
    if (speaking.length > 1) return speaking;
  }
  return [];
}

/** How many the prompt asks for: the number before the array's name. */
function wantedItems({ name }: Label, { facts }: Source): number | undefined {
  const words = wordsOf(name);
  return facts.numbers.find(
    ({ value, after }) =>
      Number.isInteger(value) &&
      value > 0 &&
      words.some((word) => after.slice(0, 2).includes(word)),
  )?.value;
}
