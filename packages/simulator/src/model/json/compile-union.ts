import { type RawSchema, rulesBeside } from './keywords.js';
import type { Reader } from './reader.js';
import { faultAt, type SchemaPath } from './schema-fault.js';
import type { Notes, Shape } from './shape.js';

/**
 * The shape of a choice between schemas: `anyOf`, `oneOf`, or `allOf` with a single one.
 *
 * `oneOf` is taken where its branches exclude each other by type, or by a required property whose
 * values differ. `undefined` for a schema that has none of them.
 * @throws {SchemaFault}
 */
export function compileUnion(
  reader: Reader,
  raw: RawSchema,
  notes: Notes,
  path: SchemaPath,
  level: number,
): Shape | undefined {
  const keyword = (['anyOf', 'oneOf', 'allOf'] as const).find((name) => raw[name] !== undefined);
  if (keyword === undefined) return undefined;
  const branches = raw[keyword];
  if (!Array.isArray(branches) || branches.length === 0) {
    throw faultAt(path, `'${keyword}' must be a non-empty array.`);
  }
  const [beside] = rulesBeside(raw, keyword, 'type');
  if (beside !== undefined) {
    throw faultAt(path, `'${beside}' beside '${keyword}' is not permitted.`);
  }
  if (keyword === 'allOf' && branches.length > 1) throw faultAt(path, "'allOf' is not permitted.");
  const options = branches.map((branch: unknown, index) =>
    reader.read(branch, [...path, keyword, String(index)], level),
  );
  const { type } = raw;
  reader.later(() => {
    if (type !== undefined && !options.every((option) => isOf(option, type))) {
      throw faultAt(path, `'type' beside '${keyword}' is not permitted.`);
    }
    if (keyword === 'oneOf' && !areApart(options)) throw faultAt(path, "'oneOf' is not permitted.");
  });
  const [first, ...others] = options;
  return first && { ...notes, kind: 'union', options: [first, ...others] };
}

/** Whether no value can be of two of the shapes. Pairs grow with the square: few are looked at. */
function areApart(options: readonly Shape[]): boolean {
  if (options.length > 100) return false;
  return options.every((option, index) =>
    options.slice(index + 1).every((other) => excludes(option, other)),
  );
}

function excludes(one: Shape, other: Shape): boolean {
  const left = resolved(one);
  const right = resolved(other);
  const types = typesOf(left);
  if (types.every((type) => !typesOf(right).includes(type))) return true;
  if (left.kind === 'enum' && right.kind === 'enum') {
    return left.values.every((value) => !right.values.includes(value));
  }
  if (left.kind !== 'object' || right.kind !== 'object') return false;
  const names = [...left.required].filter((name) => right.required.has(name)).slice(0, 50);
  return names.some((name) => {
    const [a, b] = [left.properties.get(name), right.properties.get(name)];
    if (a?.kind !== 'enum' || b?.kind !== 'enum') return false;
    return a.values.every((value) => !b.values.includes(value));
  });
}

/** What a reference stands for; after a few steps it is taken for itself. */
function resolved(shape: Shape): Shape {
  let current = shape;
  for (let step = 0; step < 8 && current.kind === 'reference'; step++) current = current.target();
  return current;
}

function isOf(shape: Shape, type: unknown): boolean {
  const allowed: unknown[] = Array.isArray(type) ? type : [type];
  const types = typesOf(resolved(shape));
  return types.every(
    (name) => allowed.includes(name) || (name === 'integer' && allowed.includes('number')),
  );
}

/** The types a shape's values have; an integer is a number to whom that matters. */
function typesOf(shape: Shape): string[] {
  switch (shape.kind) {
    case 'enum':
      return [...new Set(shape.values.map((value) => (value === null ? 'null' : typeof value)))];
    case 'union':
      return [
        ...new Set(
          shape.options
            .slice(0, 20)
            .flatMap((option) => (option.kind === 'union' ? ['any'] : typesOf(option))),
        ),
      ];
    case 'reference':
    case 'any':
      return ['object', 'array', 'string', 'number', 'boolean', 'null', 'any'];
    default:
      return [shape.kind];
  }
}
