import { acceptsNull, alternativesOf, asSchema, propertiesOf, requiredOf } from './schema-node.js';
import type { JsonSchema } from './typed-schema.js';

/**
 * A value as the schema meant it before it was made strict: what may be absent and came as `null` is absent again.
 *
 * Of a union it goes by the alternative that has the value's properties and constants.
 */
export function withoutNulls(value: unknown, schema: JsonSchema): unknown {
  return restored(value, [schema], schema);
}

/** Whether a `null` at this place stands for nothing, as far as the place alone says. */
export function isNullAbsent(path: readonly (string | number)[], root: JsonSchema): boolean {
  let schemas: readonly unknown[] = [root];
  for (const key of path.slice(0, -1)) {
    schemas = schemas
      .flatMap((schema) => alternativesOf(schema, root))
      .flatMap((schema) => (typeof key === 'number' ? itemsOf(schema) : property(schema, key)));
  }
  const name = `${path.at(-1)}`;
  const objects = schemas.flatMap((schema) => alternativesOf(schema, root));
  return objects.some((schema) => mayBeAbsent(schema, name, root));
}

function restored(value: unknown, schemas: readonly unknown[], root: JsonSchema): unknown {
  const alternatives = schemas.flatMap((schema) => alternativesOf(schema, root));
  if (Array.isArray(value)) {
    const items = alternatives.flatMap(itemsOf);
    return value.map((item) => restored(item, items, root));
  }
  const object = asSchema(value);
  if (object === undefined) return value;
  const matching = alternatives.filter((schema) => isOf(object, schema, root));
  const entries = Object.entries(object).filter(
    ([name, inner]) =>
      inner !== null || !matching.some((schema) => mayBeAbsent(schema, name, root)),
  );
  return Object.fromEntries(
    entries.map(([name, inner]) => [
      name,
      restored(
        inner,
        matching.flatMap((schema) => property(schema, name)),
        root,
      ),
    ]),
  );
}

function mayBeAbsent(schema: JsonSchema, name: string, root: JsonSchema): boolean {
  const [found] = property(schema, name);
  return found !== undefined && !requiredOf(schema).has(name) && !acceptsNull(found, root);
}

/** Whether an object can be of a schema, by the names of its properties and its constants. */
function isOf(object: JsonSchema, schema: JsonSchema, root: JsonSchema): boolean {
  return Object.entries(object).every(([name, value]) => {
    const [found] = property(schema, name);
    if (found === undefined) return false;
    const constants = alternativesOf(found, root).filter((one) => one.const !== undefined);
    return constants.length === 0 || constants.some((one) => one.const === value);
  });
}

function property(schema: JsonSchema, name: string): unknown[] {
  const properties = propertiesOf(schema);
  return Object.hasOwn(properties, name) ? [properties[name]] : [];
}

function itemsOf({ items }: JsonSchema): unknown[] {
  return items === undefined ? [] : [items];
}
