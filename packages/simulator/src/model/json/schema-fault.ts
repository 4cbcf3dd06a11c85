/** Where in a schema something stands, key by key. */
export type SchemaPath = readonly string[];

/** What is wrong with a schema, in the words that come after "Invalid schema for …: ". */
export class SchemaFault extends Error {}

/**
 * A fault at a place, as OpenAI writes it.
 *
 * @example
 * faultAt(['properties', 'a'], "'not' is not permitted.").message
 * // => "In context=('properties', 'a'), 'not' is not permitted."
 */
export function faultAt(path: SchemaPath, message: string): SchemaFault {
  return new SchemaFault(`In context=${contextText(path)}, ${message}`);
}

/** A path as Python prints a tuple: a single entry keeps its comma. */
export function contextText(path: SchemaPath): string {
  const keys = path.map((key) => `'${key}'`);
  return keys.length === 1 ? `(${keys[0]},)` : `(${keys.join(', ')})`;
}
