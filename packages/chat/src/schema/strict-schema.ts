import {
  acceptsNull,
  asSchema,
  propertiesOf,
  requiredOf,
  typesOf,
  unionOf,
} from './schema-node.js';
import { isWithinLimits, maxNesting } from './strict-limits.js';
import { strictDescription, strictRules } from './strict-rules.js';
import type { JsonSchema } from './typed-schema.js';

/** Thrown and caught here: a part that strict mode has no words for. */
const notStrict = Symbol('not strict');

/** Keywords that say what there may be, and that strict mode does not have. */
const unsaid = [
  'patternProperties',
  'prefixItems',
  'additionalItems',
  'unevaluatedItems',
  '$dynamicRef',
];

/**
 * The schema of an object in the subset that OpenAI keeps to the letter; undefined where it cannot be said in it.
 *
 * Every property is required there: what may be absent may be `null` instead (`withoutNulls` undoes it). Rules that the
 * subset does not have are told in the description; the schema itself still checks them. It has no words for records,
 * tuples, intersections and values of any kind.
 * @see https://platform.openai.com/docs/guides/structured-outputs#supported-schemas
 */
export function strictSchema(root: JsonSchema): JsonSchema | undefined {
  const { $defs, ...schema } = root;
  try {
    const definitions = Object.entries(asSchema($defs) ?? {}).map(([name, definition]) => [
      name,
      convert(definition, root, 0),
    ]);
    const strict = convert(schema, root, 0);
    const whole =
      definitions.length === 0 ? strict : { ...strict, $defs: Object.fromEntries(definitions) };
    return isWithinLimits(whole) ? whole : undefined;
  } catch (error) {
    if (error === notStrict) return undefined;
    throw error;
  }
}

/** `level` counts the objects and arrays around it. */
function convert(part: unknown, root: JsonSchema, level: number): JsonSchema {
  const schema = asSchema(part);
  if (schema === undefined || level > maxNesting) throw notStrict;
  if (unsaid.some((name) => schema[name] !== undefined)) throw notStrict;
  if (schema.$ref !== undefined) return reference(schema);
  const all = schema.allOf;
  if (all !== undefined) {
    const { allOf: _, ...beside } = schema;
    if (!Array.isArray(all) || all.length !== 1) throw notStrict;
    return convert({ ...beside, ...asSchema(all[0]) }, root, level);
  }
  const union = unionOf(schema);
  if (union !== undefined) return convertUnion(schema, union, root, level);
  const types = typesWithin(schema);
  const [type = '', ...others] = types;
  if (others.length > 0 && types.some((one) => one === 'object' || one === 'array')) {
    const alternatives = types.map((one) => ({ ...schema, description: undefined, type: one }));
    return convertUnion({ description: schema.description }, alternatives, root, level);
  }
  const rules = strictRules(schema, types);
  return {
    ...strictDescription(schema, rules),
    type: others.length === 0 ? type : types,
    ...rules,
    ...(schema.const === undefined ? {} : { const: schema.const }),
    ...(schema.enum === undefined ? {} : { enum: schema.enum }),
    ...(type === 'object' ? convertObject(schema, root, level) : {}),
    ...(type === 'array' ? { items: convert(schema.items, root, level + 1) } : {}),
  };
}

/** Nothing may stand beside a reference. */
function reference({ $ref }: JsonSchema): JsonSchema {
  if (typeof $ref === 'string' && /^#(?:\/\$defs\/[^/]+)?$/.test($ref)) return { $ref };
  throw notStrict;
}

function convertUnion(
  schema: JsonSchema,
  union: readonly unknown[],
  root: JsonSchema,
  level: number,
): JsonSchema {
  if (union.length === 0 || schema.properties !== undefined || schema.items !== undefined) {
    throw notStrict;
  }
  const anyOf = union.map((alternative) => convert(alternative, root, level));
  return { ...strictDescription(schema, {}), anyOf };
}

function convertObject(schema: JsonSchema, root: JsonSchema, level: number): JsonSchema {
  const isClosed =
    schema.additionalProperties === undefined || schema.additionalProperties === false;
  if (!isClosed || asSchema(schema.properties) === undefined) throw notStrict;
  const required = requiredOf(schema);
  const entries = Object.entries(propertiesOf(schema));
  const properties = entries.map(([name, property]) => {
    const converted = convert(property, root, level + 1);
    const mayBeAbsent = !required.has(name) && !acceptsNull(property, root);
    return [name, mayBeAbsent ? { anyOf: [converted, { type: 'null' }] } : converted];
  });
  return {
    properties: Object.fromEntries(properties),
    required: entries.map(([name]) => name),
    additionalProperties: false,
  };
}

/** The types that a schema says, or those of the values that it lists. */
function typesWithin(schema: JsonSchema): readonly string[] {
  const types = typesOf(schema);
  if (types.length > 0) return types;
  if (schema.properties !== undefined) return ['object'];
  if (schema.items !== undefined) return ['array'];
  const values = schema.const === undefined ? schema.enum : [schema.const];
  if (!Array.isArray(values) || values.length === 0) throw notStrict;
  return [...new Set(values.map(typeOfValue))];
}

function typeOfValue(value: unknown): string {
  if (value === null) return 'null';
  const type = typeof value;
  if (type === 'string' || type === 'number' || type === 'boolean') return type;
  throw notStrict;
}
