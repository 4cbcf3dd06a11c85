import { count } from './compile-scalar.js';
import type { RawSchema } from './keywords.js';
import type { Reader } from './reader.js';
import { faultAt, type SchemaPath } from './schema-fault.js';
import type { Notes, Shape } from './shape.js';

/** The shape of an object. @throws {SchemaFault} */
export function compileObject(
  reader: Reader,
  raw: RawSchema,
  notes: Notes,
  path: SchemaPath,
  level: number,
): Shape {
  const { strict, tally } = reader;
  const { properties: named = {}, required: listed = [], additionalProperties } = raw;
  if (!isRecord(named)) throw faultAt(path, `${JSON.stringify(named)} is not of type 'object'.`);
  if (!Array.isArray(listed) || listed.some((key) => typeof key !== 'string')) {
    throw faultAt(path, `${JSON.stringify(listed)} is not an array of strings: 'required'.`);
  }
  const keys = Object.keys(named);
  if (strict) checkClosed(keys, raw, path);
  tally.nesting = Math.max(tally.nesting, level);
  tally.properties += keys.length;
  const properties = new Map<string, Shape>();
  for (const key of keys) {
    tally.characters += key.length;
    const inside = [...path, 'properties', key];
    // A property that is forbidden is never written; where it is required, nothing can be.
    if (named[key] !== false) properties.set(key, reader.read(named[key], inside, level + 1));
  }
  const closed = additionalProperties === false;
  const others = closed
    ? undefined
    : reader.read(additionalProperties ?? true, [...path, 'additionalProperties'], level + 1);
  for (const key of listed as string[]) {
    if (properties.has(key)) continue;
    if (others === undefined || named[key] === false) {
      throw faultAt(path, `required property '${key}' is not permitted by the schema.`);
    }
    properties.set(key, others);
  }
  return { ...notes, kind: 'object', properties, required: new Set(listed as string[]), others };
}

/** The shape of an array. @throws {SchemaFault} */
export function compileArray(
  reader: Reader,
  raw: RawSchema,
  notes: Notes,
  path: SchemaPath,
  level: number,
): Shape {
  const { prefixItems = [], items } = raw;
  if (!Array.isArray(prefixItems)) throw faultAt(path, "'prefixItems' must be an array.");
  if (items === undefined && prefixItems.length === 0) {
    throw faultAt(path, 'array schema missing items.');
  }
  reader.tally.nesting = Math.max(reader.tally.nesting, level);
  const first = prefixItems.map((item: unknown, index) =>
    reader.read(item, [...path, 'prefixItems', String(index)], level + 1),
  );
  const rest =
    items === false || items === undefined
      ? undefined
      : reader.read(items, [...path, 'items'], level + 1);
  const minItems = count(raw, 'minItems', path) ?? 0;
  const longest = rest === undefined ? first.length : Number.POSITIVE_INFINITY;
  const maxItems = Math.min(count(raw, 'maxItems', path) ?? longest, longest);
  if (minItems > maxItems) {
    throw faultAt(path, `no array has at least ${minItems} and at most ${maxItems} items.`);
  }
  return { ...notes, kind: 'array', first, items: rest, minItems, maxItems };
}

/** What strict mode demands of an object. */
function checkClosed(keys: readonly string[], raw: RawSchema, path: SchemaPath): void {
  if (raw.additionalProperties !== false) {
    throw faultAt(path, "'additionalProperties' is required to be supplied and to be false.");
  }
  const required = new Set(raw.required as readonly string[] | undefined);
  const demand =
    "'required' is required to be supplied and to be an array including every key in properties.";
  const missing = keys.find((key) => !required.has(key));
  if (missing !== undefined) throw faultAt(path, `${demand} Missing '${missing}'.`);
  const extra = [...required].find((key) => !keys.includes(key));
  if (extra !== undefined) {
    throw faultAt(path, `${demand} Extra required key '${extra}' supplied.`);
  }
}

function isRecord(value: unknown): value is RawSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
