import { withReferences } from './references.js';
import { asSchema, typesOf, unionOf } from './schema-node.js';
import type { JsonSchema } from './typed-schema.js';

/** A schema of an object, which is all that a model can be asked for. */
export interface ObjectRoot {
  readonly schema: JsonSchema;
  /** Whether the value that was asked for is the object's `value`. */
  readonly isWrapped: boolean;
}

/** The schema as it is where its values are objects; around a list, a text or a union, an object with one `value`. */
export function objectRoot(given: JsonSchema): ObjectRoot {
  const schema = given.definitions === undefined ? given : withDefs(given);
  const isUnion = unionOf(schema) !== undefined || schema.allOf !== undefined;
  const isObject = typesOf(schema).join() === 'object' && !isUnion && schema.$ref === undefined;
  return isObject ? { schema, isWrapped: false } : { schema: wrapped(schema), isWrapped: true };
}

/** With `$defs` in place of `definitions`, as they were called before 2019. */
function withDefs({ definitions, ...schema }: JsonSchema): JsonSchema {
  const moved = { ...schema, $defs: { ...asSchema(definitions), ...asSchema(schema.$defs) } };
  return withReferences(moved, (reference) => reference.replace(/^#\/definitions\//, '#/$defs/'));
}

function wrapped({ $defs = {}, ...schema }: JsonSchema): JsonSchema {
  let name = 'root';
  while (Object.hasOwn(asSchema($defs) ?? {}, name)) name += '_';
  // What referred to the whole refers to the value now.
  let isReferred = false;
  const change = (reference: string) => {
    if (!reference.startsWith('#') || reference.startsWith('#/$defs/')) return reference;
    isReferred = true;
    return `#/$defs/${name}${reference.slice(1)}`;
  };
  const definitions = { ...asSchema(withReferences($defs, change)) };
  const value = withReferences(schema, change);
  if (isReferred) definitions[name] = value;
  return {
    type: 'object',
    properties: { value: isReferred ? { $ref: `#/$defs/${name}` } : value },
    required: ['value'],
    additionalProperties: false,
    ...(Object.keys(definitions).length === 0 ? {} : { $defs: definitions }),
  };
}
