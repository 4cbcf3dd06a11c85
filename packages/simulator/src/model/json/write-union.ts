import type { Drawn, Source } from '../draw/source.js';
import type { Label } from '../draw/string-kind.js';
import { wordsOf } from '../draw/words.js';
import type { Shape, ShapeOf } from './shape.js';
import { smallestOption } from './smallest-json.js';
import type { Sizes } from './smallest-size.js';
import type { Writer } from './writer.js';

/** More options than this are not tried. */
const maximumTried = 12;

/**
 * One of several shapes: the first that the prompt has a value for, those it names before others.
 *
 * Where it has none, `null` if that is allowed.
 */
export function writeUnion(
  writer: Writer,
  { options }: ShapeOf<'union'>,
  label: Label,
  source: Source,
  sizes: Sizes,
): Drawn {
  const smallest = smallestOption(options, sizes);
  const least = sizes.get(smallest) ?? 0;
  const nullable = options.some(({ kind }) => kind === 'null');
  const tried = options.filter(({ kind }) => kind !== 'null').slice(0, maximumTried);
  const named = tried.filter((option) => isNamed(option, source));
  const affordable = (option: Shape) =>
    (sizes.get(option) ?? Number.POSITIVE_INFINITY) === least || writer.afford(option);
  const draw = (option: Shape) => () => writer.write(option, label, source);
  for (const option of [...named, ...tried.filter((other) => !named.includes(other))]) {
    if (!affordable(option)) continue;
    const isNamedOption = named.includes(option);
    const drawn = writer.attempt(source, draw(option), ({ certain }) => certain || isNamedOption);
    if (drawn.certain || isNamedOption) return { ...drawn, certain: true };
  }
  if (nullable) return { segments: [['null']], certain: false };
  const [first] = tried;
  const chosen = first !== undefined && affordable(first) ? first : smallest;
  return writer.write(chosen, label, source);
}

/** Whether the prompt names the shape, by a fixed value in it: `{ "type": "email" }`. */
function isNamed(option: Shape, { facts }: Source): boolean {
  const shape = option.kind === 'reference' ? option.target() : option;
  if (shape.kind !== 'object') return false;
  for (const property of shape.properties.values()) {
    if (property.kind !== 'enum' || property.values.length !== 1) continue;
    const words = wordsOf(String(property.values[0]));
    if (words.length > 0 && words.every((word) => facts.words.has(word))) return true;
  }
  return false;
}
