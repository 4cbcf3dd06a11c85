import { ChatError } from '@farebox/core';

type JsonSchema = Readonly<Record<string, unknown>>;

const types: Readonly<Record<string, string>> = {
  string: 'string',
  str: 'string',
  int: 'integer',
  integer: 'integer',
  number: 'number',
  float: 'number',
  bool: 'boolean',
  boolean: 'boolean',
};

/** A name, `[]` for a list, `?` for what may be absent; then perhaps a type, and a description after a colon. */
const field = /^([A-Za-z_]\w*)(\[\])?(\?)?(?:\s+([a-z]+))?(?:\s*:\s*(.+))?$/s;

/**
 * A JSON Schema from a few words: an object with these fields.
 *
 * Fields are apart by commas; or by line ends, where a description has a comma in it.
 *
 * @throws {ChatError} `configuration` that says which field is wrong.
 * @example
 * schemaFromWords('name, age? int, tags[]: in small letters');
 * // => { type: 'object', properties: { name: { type: 'string' }, age: { type: 'integer' },
 * //      tags: { type: 'array', items: { type: 'string' }, description: 'in small letters' } },
 * //      required: ['name', 'tags'], additionalProperties: false }
 */
export function schemaFromWords(words: string): JsonSchema {
  const fields = words
    .split(words.trim().includes('\n') ? '\n' : ',')
    .map((text) => text.trim())
    .filter((text) => text !== '');
  const properties = new Map<string, JsonSchema>();
  const required: string[] = [];
  for (const [index, text] of fields.entries()) {
    const [, name = '', list, optional, type = 'string', description] = field.exec(text) ?? [];
    if (name === '' || !Object.hasOwn(types, type)) throw noField(index + 1);
    if (properties.has(name)) throw noField(index + 1, 'has the name of another one');
    const one = { type: types[type] };
    const whole = list === undefined ? one : { type: 'array', items: one };
    properties.set(name, description === undefined ? whole : { ...whole, description });
    if (optional === undefined) required.push(name);
  }
  if (properties.size === 0) throw noField(1);
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    required,
    additionalProperties: false,
  };
}

function noField(position: number, what = 'is not understood'): ChatError {
  return new ChatError({
    kind: 'configuration',
    message: `--schema is neither JSON nor a file, and as a list of fields its field ${position} ${what}.`,
    fix: 'Write it as in --schema "name, age int, tags[], nickname?"; types are string, int, number and bool. A file has a dot or a slash in its name, as in ./person.',
  });
}
