import { faultAt, type SchemaPath } from './schema-fault.js';

/** A schema as it was sent. */
export type RawSchema = Readonly<Record<string, unknown>>;

const annotations = [
  '$schema',
  '$id',
  '$comment',
  'title',
  'description',
  'examples',
  '$defs',
  'definitions',
];

const rules = [
  '$ref',
  'type',
  'enum',
  'const',
  'anyOf',
  'properties',
  'required',
  'additionalProperties',
  'items',
  'prefixItems',
  'minItems',
  'maxItems',
  'minLength',
  'maxLength',
  'format',
  'pattern',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
];

const strictKeywords = new Set([...annotations, ...rules]);

/** Rules of JSON Schema that no value is written for. Words it does not know say nothing. */
const refused = new Set([
  'not',
  'if',
  'then',
  'else',
  'patternProperties',
  'minProperties',
  'maxProperties',
  'dependencies',
  'dependentRequired',
  'dependentSchemas',
  'contains',
  'minContains',
  'maxContains',
  'uniqueItems',
  'additionalItems',
  'unevaluatedItems',
  'unevaluatedProperties',
  '$dynamicRef',
  '$recursiveRef',
]);

/**
 * Refuses the first keyword that cannot be kept.
 *
 * Strict schemas may hold only what OpenAI's guide names (no `default`); others anything that is
 * understood, and words that are no rules.
 * @throws {SchemaFault}
 */
export function checkKeywords(schema: RawSchema, path: SchemaPath, strict: boolean): void {
  for (const keyword of Object.keys(schema)) {
    const permitted = strict
      ? strictKeywords.has(keyword)
      : !refused.has(keyword) || schema[keyword] === false;
    if (!permitted) throw faultAt(path, `'${keyword}' is not permitted.`);
  }
}

/** The keywords of a schema that are rules: those beside a `$ref` or `anyOf` that change it. */
export function rulesBeside(schema: RawSchema, ...apart: readonly string[]): string[] {
  return Object.keys(schema).filter(
    (keyword) =>
      (rules.includes(keyword) || keyword === 'oneOf' || keyword === 'allOf') &&
      !apart.includes(keyword),
  );
}

/** The keywords beside a `$ref`: strict schemas may have none, not even a description. */
export function keywordsBeside(schema: RawSchema, keyword: string): string[] {
  return Object.keys(schema).filter((other) => other !== keyword);
}
