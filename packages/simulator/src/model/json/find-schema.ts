import { type CompiledSchema, compileSchema } from './compile-schema.js';
import { SchemaFault } from './schema-fault.js';
import { checkSize } from './schema-limits.js';

/** A text is not searched beyond this, nor in more than this many places. */
const maximumCharacters = 50_000;
const maximumPlaces = 20;

/** The answer to a request for JSON that does not say what should be in it. */
const plainAnswer = {
  type: 'object',
  properties: { answer: { type: 'string' } },
  required: ['answer'],
};

/**
 * The schema that a text describes its JSON with.
 *
 * A JSON Schema in the text comes first, then an example object (`{"name": "…", "age": 0}`), then
 * keys that are named ("with keys name and age"); without any of them it is one `answer`.
 */
export function schemaInText(text: string): CompiledSchema {
  const searched = text.slice(0, maximumCharacters);
  for (const value of objectsIn(searched)) {
    const compiled = tryCompile(value, isSchema(value) ? asItIs : schemaOfExample);
    if (compiled !== undefined) return compiled;
  }
  const keys = keysIn(searched);
  const named = keys.length === 0 ? undefined : tryCompile(keys, schemaOfKeys);
  return named ?? compileSchema(plainAnswer, false);
}

/** The JSON objects of a text, the outermost of each; an empty one describes nothing. */
function objectsIn(text: string): Record<string, unknown>[] {
  const objects: Record<string, unknown>[] = [];
  let from = 0;
  for (let place = 0; place < maximumPlaces; place++) {
    const start = text.indexOf('{', from);
    if (start < 0) break;
    const end = closingBrace(text, start);
    const value = end === undefined ? undefined : parsed(text.slice(start, end + 1));
    if (value !== undefined && Object.keys(value).length > 0) objects.push(value);
    from = value === undefined || end === undefined ? start + 1 : end + 1;
  }
  return objects;
}

function closingBrace(text: string, start: number): number | undefined {
  let depth = 0;
  let quoted = false;
  for (let index = start; index < text.length; index++) {
    const character = text[index];
    if (quoted) {
      if (character === '\\') index += 1;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === '{') depth += 1;
    else if (character === '}') {
      depth -= 1;
      if (depth === 0) return index;
    }
  }
  return undefined;
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

function isSchema(value: Record<string, unknown>): boolean {
  return (
    (value.type === 'object' && typeof value.properties === 'object') ||
    typeof value.$ref === 'string' ||
    typeof value.$schema === 'string'
  );
}

function schemaOfExample(example: unknown): unknown {
  if (Array.isArray(example)) {
    return { type: 'array', items: example.length === 0 ? true : schemaOfExample(example[0]) };
  }
  if (typeof example === 'object' && example !== null) {
    const entries = Object.entries(example).map(([key, value]) => [key, schemaOfExample(value)]);
    const properties = Object.fromEntries(entries);
    return { type: 'object', properties, required: Object.keys(properties) };
  }
  // A type's name stands for a value of it, as people write it.
  const type = typeof example === 'string' ? typeNamed(example) : typeof example;
  return example === null ? true : { type };
}

function typeNamed(text: string): string {
  if (/^(number|float|decimal)$/i.test(text)) return 'number';
  if (/^(int|integer)$/i.test(text)) return 'integer';
  return /^bool(ean)?$/i.test(text) ? 'boolean' : 'string';
}

/** The keys after "with keys", "with the fields": plain or quoted, in a list. */
function keysIn(text: string): string[] {
  const key = '["\'`]?[A-Za-z_][\\w-]{0,40}["\'`]?(?: ?\\([a-z ]{1,20}\\))?';
  const list = new RegExp(
    `\\b(?:keys?|fields?|propert(?:y|ies)|attributes?)\\b(?: (?:named|called|are))?:? (${key}(?:(?:, ?(?:and )?| and )${key}){0,20})`,
    'i',
  );
  const named = list.exec(text)?.[1] ?? '';
  return named
    .split(/, ?(?:and )?| and /)
    .map((name) => name.replace(/["'`]|\(.*/g, '').trim())
    .filter((name) => name !== '');
}

function schemaOfKeys(keys: readonly string[]): unknown {
  const numeric = /^(age|count|price|amount|total|quantity|year|score|rating|number|cost|salary)$/i;
  const several = /^(tags|steps|items|keywords|tips|ideas|list|topics|names)$/i;
  const properties = Object.fromEntries(
    keys.map((key) => {
      if (several.test(key)) return [key, { type: 'array', items: { type: 'string' } }];
      return [key, { type: numeric.test(key) ? 'number' : 'string' }];
    }),
  );
  return { type: 'object', properties, required: Object.keys(properties) };
}

function asItIs(schema: unknown): unknown {
  return schema;
}

/** The schema made of what was found; `undefined` where it is none that values can be written for. */
function tryCompile<Found>(
  found: Found,
  schemaOf: (found: Found) => unknown,
): CompiledSchema | undefined {
  try {
    checkSize(found);
    return compileSchema(schemaOf(found), false);
  } catch (error) {
    if (error instanceof SchemaFault) return undefined;
    throw error;
  }
}
