import { readFacts } from '../draw/facts.js';
import { piecesOf } from '../draw/pieces-of.js';
import { type Drawn, type Source, sourceOf } from '../draw/source.js';
import type { Label } from '../draw/string-kind.js';
import { wordsOf } from '../draw/words.js';
import type { Segment } from '../template.js';
import type { Shape, ShapeOf } from './shape.js';
import type { Writer } from './writer.js';

/** An array that may grow ends here. */
const maximumItems = 20;

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
  const drawn: Drawn[] = [];
  for (const item of first.slice(0, maxItems)) {
    if (drawn.length >= minItems && !writer.afford(item)) break;
    drawn.push(writer.write(item, label, source));
  }
  const most = Math.max(minItems, Math.min(maxItems, maximumItems));
  if (items !== undefined && drawn.length < most) {
    const sources = sourcesOf(writer, items, label, source, most - drawn.length);
    const wanted = Math.max(wantedItems(label, source) ?? 1, sources.length);
    while (drawn.length < most) {
      const needed = drawn.length < minItems;
      const from = sources[drawn.length - first.length] ?? source;
      if (!needed && !writer.afford(items)) break;
      const asked = drawn.length < wanted;
      const item = writer.attempt(
        from,
        () => writer.write(items, label, from),
        ({ certain }) => certain || needed || asked,
      );
      // A certain item of the same text would be the same item again, unless texts run out of it.
      const again = isRepeatable(items) && item.certain && sources.length === 0;
      if (!needed && !asked && !again) break;
      drawn.push(item);
    }
  }
  const segments = drawn.flatMap(({ segments: inside }, index): Segment[] =>
    index === 0 ? [...inside] : [[','], ...inside],
  );
  return { segments: [['['], ...segments, [']']], certain: drawn.some(({ certain }) => certain) };
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

/** Texts and numbers are used up one by one; other values would come again. */
function isRepeatable(items: Shape): boolean {
  return items.kind === 'string' || items.kind === 'number';
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
