import { type ChatCompletion, ChatError } from '@farebox/core';
import { alternativesOf, asSchema, typesOf } from './schema-node.js';
import type { JsonSchema, SchemaIssue } from './typed-schema.js';

const shownIssues = 3;
const toldIssues = 10;
const toldCharacters = 300;
/** What is shown of a rule beside the type of what was expected. */
const shownRules = [
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'minItems',
  'maxItems',
  'format',
];

/** An answer that is not what was asked for, and what the model is told of it. */
export interface Mismatch {
  readonly error: ChatError;
  /** May have parts of the answer in it. */
  readonly advice: string;
}

/** An answer without a JSON object that is whole. */
export function noJson(completion: ChatCompletion): Mismatch {
  const { length } = completion.choices[0]?.message.content ?? '';
  return {
    error: new ChatError({
      kind: 'schema',
      code: 'no-json',
      message: `The answer has no whole JSON object in it (it has ${length} characters).`,
      fix: 'Ask for less at once, or ask a model that keeps to a schema; the text is in error.partial.',
      delivered: true,
      partial: completion,
    }),
    advice: 'That was no JSON object, or not a whole one.',
  };
}

/** An answer in JSON that does not fit. The error has places and what was expected there, and nothing of the answer. */
export function mismatch(
  completion: ChatCompletion,
  issues: readonly SchemaIssue[],
  schema: JsonSchema,
): Mismatch {
  const shown = [...new Set(issues.map((issue) => shownIssue(issue, schema)))];
  const more = shown.length > shownIssues ? `; and ${shown.length - shownIssues} more` : '';
  return {
    error: new ChatError({
      kind: 'schema',
      code: 'mismatch',
      message: `The answer does not fit the schema: ${shown.slice(0, shownIssues).join('; ')}${more}.`,
      fix: 'Loosen the schema, or describe the fields better in it; the text of the answer is in error.partial.',
      delivered: true,
      partial: completion,
    }),
    advice: `That does not fit:\n${issues.slice(0, toldIssues).map(toldIssue).join('\n')}`,
  };
}

/** Names that the schema does not have are the model's own, and stand as `*`. */
function shownIssue({ path = [] }: SchemaIssue, root: JsonSchema): string {
  let schemas = alternativesOf(root, root);
  let place = '';
  for (const segment of path.map(keyOf)) {
    const named = schemas.flatMap((schema) => inside(schema.properties, segment));
    const items = schemas.flatMap(({ items, additionalProperties }) => [
      items,
      additionalProperties,
    ]);
    const isKnown = typeof segment === 'number' || named.length > 0;
    place += typeof segment === 'number' ? `[${segment}]` : `.${isKnown ? String(segment) : '*'}`;
    schemas = (named.length > 0 ? named : items).flatMap((schema) => alternativesOf(schema, root));
  }
  const expected = expectationOf(schemas);
  const name = place === '' ? 'the whole' : place.replace(/^\./, '');
  return expected === '' ? name : `${name} (expected ${expected})`;
}

function toldIssue({ path = [], message }: SchemaIssue): string {
  const place = path.map((segment) => String(keyOf(segment))).join('.');
  return `- ${place === '' ? '' : `${place}: `}${message.slice(0, toldCharacters)}`;
}

function keyOf(segment: PropertyKey | { readonly key: PropertyKey }): PropertyKey {
  return typeof segment === 'object' ? segment.key : segment;
}

function inside(properties: unknown, key: PropertyKey): unknown[] {
  const named = asSchema(properties) ?? {};
  return Object.hasOwn(named, key) ? [named[String(key)]] : [];
}

function expectationOf(schemas: readonly JsonSchema[]): string {
  const types = new Set(schemas.flatMap((schema) => typesOf(schema)));
  const rules = schemas.flatMap((schema) =>
    shownRules
      .filter((name) => ['number', 'string'].includes(typeof schema[name]))
      .filter((name) => Math.abs(Number(schema[name])) !== Number.MAX_SAFE_INTEGER)
      .map((name) => `${name} ${schema[name]}`),
  );
  const listed = schemas.flatMap(({ enum: values }) => (Array.isArray(values) ? values : []));
  const choice = listed.length === 0 ? [] : [`one of ${listed.length} values`];
  return [[...types].join(' or '), ...choice, ...rules].filter((part) => part !== '').join(', ');
}
