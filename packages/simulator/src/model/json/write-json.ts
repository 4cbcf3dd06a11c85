import type { Segment } from '../../text/template.js';
import { drawBoolean, drawChoice } from '../draw/draw-choice.js';
import { drawNumber } from '../draw/draw-number.js';
import { drawString } from '../draw/draw-string.js';
import { attempt, type Drawn, type Source } from '../draw/source.js';
import type { Label } from '../draw/string-kind.js';
import type { CompiledSchema } from './compile-schema.js';
import { anyText, type Shape } from './shape.js';
import { smallestJson } from './smallest-json.js';
import { writeArray } from './write-array.js';
import { writeObject } from './write-object.js';
import { writeUnion } from './write-union.js';
import type { Writer } from './writer.js';

/** Values that are drawn from the prompt; all after them are as small as can be. */
const maximumDrawn = 500;
/** Values that an answer may have above the smallest the schema allows. */
const maximumExtra = 1_000;
/** How often a definition may stand inside itself where it need not. */
const maximumNesting = 3;

/**
 * JSON that conforms to a schema, with alternatives where the prompt leaves a choice.
 *
 * Places are independent: whichever alternatives are taken, the whole conforms. The work and the
 * size are bounded, however the schema refers to itself.
 */
export function writeJson({ root, sizes }: CompiledSchema, source: Source): Drawn {
  let drawn = 0;
  let extra = maximumExtra;
  const around: Shape[] = [root];

  const writer: Writer = {
    write(shape, label, from) {
      drawn += 1;
      const own = { name: label.name, about: label.about || shape.about };
      return drawn > maximumDrawn ? smallest(shape) : ofKind(shape, own, from);
    },
    afford(shape) {
      const size = sizes.get(shape) ?? Number.POSITIVE_INFINITY;
      if (size > extra || drawn > maximumDrawn) return false;
      extra -= size;
      return true;
    },
    isAround: (shape) => around.includes(shape.kind === 'reference' ? shape.target() : shape),
    attempt(from, trial, keeps) {
      const before = extra;
      return attempt(from, trial, (result) => {
        const kept = keeps(result);
        if (!kept) extra = before;
        return kept;
      });
    },
  };

  function smallest(shape: Shape): Drawn {
    return { segments: [[smallestJson(shape, sizes)]], certain: false };
  }

  function ofKind(shape: Shape, label: Label, from: Source): Drawn {
    switch (shape.kind) {
      case 'object':
        return writeObject(writer, shape, label, from);
      case 'array':
        return writeArray(writer, shape, label, from);
      case 'union':
        return writeUnion(writer, shape, label, from, sizes);
      case 'reference':
        return within(shape.target(), label, from);
      case 'string':
        return drawString(shape, label, from);
      case 'number':
        return drawNumber(shape, label, from);
      case 'enum':
        return drawChoice(shape, label, from);
      case 'boolean':
        return drawBoolean(shape, label, from);
      case 'null':
        return { segments: [['null']], certain: false };
      case 'any':
        return drawString(
          { ...anyText, about: shape.about, examples: shape.examples },
          label,
          from,
        );
    }
  }

  function within(target: Shape, label: Label, from: Source): Drawn {
    const depth = around.filter((shape) => shape === target).length;
    if (depth >= maximumNesting) return smallest(target);
    around.push(target);
    const result = writer.write(target, label, from);
    around.pop();
    return result;
  }

  const { segments, certain } = writer.write(root, { name: '', about: '' }, source);
  return { segments: joined(segments), certain };
}

/** Neighbours that leave no choice become one. */
function joined(segments: readonly Segment[]): Segment[] {
  const result: Segment[] = [];
  let fixed = '';
  for (const segment of segments) {
    if (segment.length === 1) {
      fixed += segment[0];
      continue;
    }
    if (fixed !== '') result.push([fixed]);
    fixed = '';
    result.push(segment);
  }
  return fixed === '' ? result : [...result, [fixed]];
}
