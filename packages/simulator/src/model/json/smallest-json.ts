import type { Scalar, Shape } from './shape.js';
import type { Sizes } from './smallest-size.js';

/** The smallest JSON text that a shape allows, whatever the prompt says. */
export function smallestJson(shape: Shape, sizes: Sizes): string {
  switch (shape.kind) {
    case 'object': {
      const members = Array.from(shape.properties)
        .filter(([name]) => shape.required.has(name))
        .map(([name, property]) => `${JSON.stringify(name)}:${smallestJson(property, sizes)}`);
      return `{${members.join(',')}}`;
    }
    case 'array': {
      const items = Array.from({ length: shape.minItems }, (_, index) => {
        const item = shape.first[index] ?? shape.items;
        return item === undefined ? 'null' : smallestJson(item, sizes);
      });
      return `[${items.join(',')}]`;
    }
    case 'union':
      return smallestJson(smallestOption(shape.options, sizes), sizes);
    case 'reference':
      return smallestJson(shape.target(), sizes);
    default:
      return JSON.stringify(smallestScalar(shape));
  }
}

/** The option that needs the fewest values. */
export function smallestOption(options: readonly [Shape, ...Shape[]], sizes: Sizes): Shape {
  const sizeOf = (shape: Shape) => sizes.get(shape) ?? Number.POSITIVE_INFINITY;
  return options.reduce((least, option) => (sizeOf(option) < sizeOf(least) ? option : least));
}

function smallestScalar(
  shape: Exclude<Shape, { kind: 'object' | 'array' | 'union' | 'reference' }>,
): Scalar {
  switch (shape.kind) {
    case 'string':
    case 'number':
      return shape.fallback;
    case 'enum':
      return shape.values[0];
    case 'boolean':
      return false;
    default:
      return null;
  }
}
