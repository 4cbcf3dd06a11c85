import { SchemaFault } from './schema-fault.js';
import type { Shape } from './shape.js';

/** How many values the smallest text of each shape has. */
export type Sizes = ReadonlyMap<Shape, number>;

/** A deeper value is not written; a schema that needs one is taken to need an endless one. */
const maximumRounds = 64;
/** A larger answer is not written. Long texts count one per 20 characters. */
const maximumSize = 10_000;
const charactersPerValue = 20;

/**
 * How small each part of a schema can be written.
 *
 * A schema that refers to itself without a way out has no finite value: `{ a: itself }`. Each round
 * finds what is one level higher, so the work is bounded by the rounds, however the references run.
 * @throws {SchemaFault} where the root has no value, or none of up to 10,000 values.
 */
export function smallestSizes(root: Shape, shapes: readonly Shape[]): Sizes {
  const sizes = new Map<Shape, number>();
  const sizeOf = (shape: Shape) => sizes.get(shape) ?? Number.POSITIVE_INFINITY;
  for (let round = 0; round < maximumRounds; round++) {
    let changed = false;
    for (const shape of shapes) {
      const size = smallest(shape, sizeOf);
      if (size < sizeOf(shape)) {
        sizes.set(shape, size);
        changed = true;
      }
    }
    if (!changed) break;
  }
  if (sizeOf(root) === Number.POSITIVE_INFINITY) {
    throw new SchemaFault('schema refers to itself without an end: no value can satisfy it.');
  }
  if (sizeOf(root) > maximumSize) {
    throw new SchemaFault(
      `the smallest value that satisfies the schema has ${sizeOf(root)} parts, which exceeds limit of ${maximumSize}.`,
    );
  }
  return sizes;
}

function smallest(shape: Shape, sizeOf: (shape: Shape) => number): number {
  switch (shape.kind) {
    case 'object': {
      let size = 1;
      for (const name of shape.required) {
        const property = shape.properties.get(name);
        if (property !== undefined) size += sizeOf(property);
      }
      return size;
    }
    case 'array': {
      const named = shape.first.slice(0, shape.minItems);
      const rest = shape.minItems - named.length;
      const inside = named.reduce((sum, item) => sum + sizeOf(item), 1);
      return rest === 0 || shape.items === undefined ? inside : inside + rest * sizeOf(shape.items);
    }
    case 'string':
      return 1 + Math.floor(shape.fallback.length / charactersPerValue);
    case 'union':
      return shape.options.reduce(
        (least, option) => Math.min(least, sizeOf(option)),
        Number.POSITIVE_INFINITY,
      );
    case 'reference':
      return sizeOf(shape.target());
    default:
      return 1;
  }
}
