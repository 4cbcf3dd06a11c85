import { asSchema, typesOf } from './schema-node.js';
import type { JsonSchema } from './typed-schema.js';

const numberRules = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'];
const rulesOfType: Readonly<Record<string, readonly string[]>> = {
  // Refused in early 2025 (node-DeepResearch#79 on GitHub), taken since that May (pydantic-ai#4490).
  string: ['minLength', 'maxLength', 'pattern', 'format'],
  number: numberRules,
  integer: numberRules,
  array: ['minItems', 'maxItems'],
};
const formats: ReadonlySet<unknown> = new Set([
  'date-time',
  'time',
  'date',
  'duration',
  'email',
  'hostname',
  'ipv4',
  'ipv6',
  'uuid',
]);

/** Rules and defaults that a model can follow when it is told of them. */
const toldRules: readonly string[] = [
  'minLength',
  'maxLength',
  'pattern',
  'format',
  'uniqueItems',
  'minItems',
  'maxItems',
  'default',
  ...numberRules,
];

/** The rules of a schema that strict mode has for its types. */
export function strictRules(schema: JsonSchema, types: readonly string[]): JsonSchema {
  const names = new Set(types.flatMap((type) => rulesOfType[type] ?? []));
  return Object.fromEntries(
    Object.entries(schema).filter(([name]) => names.has(name) && isKept(schema, name)),
  );
}

/** The description with the rules that strict mode does not have. */
export function strictDescription(schema: JsonSchema, kept: JsonSchema): JsonSchema {
  const told = toldRules.filter(
    (name) =>
      schema[name] !== undefined && !Object.hasOwn(kept, name) && !isSaidOtherwise(schema, name),
  );
  const rules = told.map((name) => `${name} ${JSON.stringify(schema[name])}`).join(', ');
  const { description } = schema;
  const parts = [typeof description === 'string' ? description : '', rules && `(${rules})`];
  const text = parts.filter((part) => part !== '').join(' ');
  return text === '' ? {} : { description: text };
}

function isKept(schema: JsonSchema, name: string): boolean {
  const value = schema[name];
  if (name === 'format') return formats.has(value);
  if (name === 'pattern') return isPlainPattern(value) && !formats.has(schema.format);
  return typeof value === 'number' && !isSafeBound(value);
}

/** Said by another rule that is kept, or by the type. */
function isSaidOtherwise(schema: JsonSchema, name: string): boolean {
  if (name === 'pattern') return formats.has(schema.format);
  return isSafeBound(schema[name]) || schema[name] === false;
}

/** zod's bounds of every integer. */
function isSafeBound(value: unknown): boolean {
  return value === Number.MAX_SAFE_INTEGER || value === Number.MIN_SAFE_INTEGER;
}

/** Without what generators of constrained text do not know: looking around, references back, classes of Unicode. */
function isPlainPattern(pattern: unknown): boolean {
  return typeof pattern === 'string' && !/\(\?(?!:)|\\[1-9bBkpP]/.test(pattern);
}

/** The same schema with every rule told, for a provider that takes fewer of them. */
export function withRulesTold(part: JsonSchema): JsonSchema {
  const types = typesOf(part);
  const rules = types.flatMap((type) => rulesOfType[type] ?? []);
  const kept = Object.entries(part).filter(([name]) => !rules.includes(name));
  const inner = kept.map(([name, value]) => [name, inside(name, value)]);
  return { ...Object.fromEntries(inner), ...strictDescription(part, {}) };
}

function inside(name: string, value: unknown): unknown {
  const told = (one: unknown) => {
    const schema = asSchema(one);
    return schema === undefined ? one : withRulesTold(schema);
  };
  if (name === 'properties' || name === '$defs') {
    const entries = Object.entries(asSchema(value) ?? {});
    return Object.fromEntries(entries.map(([key, one]) => [key, told(one)]));
  }
  if (name === 'items') return told(value);
  const isList = ['anyOf', 'oneOf', 'allOf'].includes(name) && Array.isArray(value);
  return isList ? value.map(told) : value;
}
