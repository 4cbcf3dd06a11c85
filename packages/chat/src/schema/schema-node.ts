import type { JsonSchema } from './typed-schema.js';

/** A part of a schema, where it is an object and not `true` or `false`. */
export function asSchema(value: unknown): JsonSchema | undefined {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? (value as JsonSchema) : undefined;
}

/** The alternatives of a union; undefined where it is none. */
export function unionOf({ anyOf, oneOf }: JsonSchema): readonly unknown[] | undefined {
  const union = anyOf ?? oneOf;
  return Array.isArray(union) ? union : undefined;
}

/** The names of the types that a schema says; none where it says nothing. */
export function typesOf({ type }: JsonSchema): readonly string[] {
  if (typeof type === 'string') return [type];
  return Array.isArray(type) ? type : [];
}

/** The schemas of an object's properties. */
export function propertiesOf(schema: JsonSchema): JsonSchema {
  return asSchema(schema.properties) ?? {};
}

/** The names of properties that have to be there. */
export function requiredOf({ required }: JsonSchema): ReadonlySet<unknown> {
  return new Set(Array.isArray(required) ? required : []);
}

/** What a reference inside a schema (`#`, `#/$defs/tree`) refers to. */
function targetOf(reference: unknown, root: JsonSchema): JsonSchema | undefined {
  if (typeof reference !== 'string' || !reference.startsWith('#')) return undefined;
  let found: unknown = root;
  for (const part of reference.slice(1).split('/').slice(1)) {
    const key = decoded(part).replaceAll('~1', '/').replaceAll('~0', '~');
    const inside = typeof found === 'object' && found !== null ? found : {};
    found = Object.hasOwn(inside, key) ? (inside as JsonSchema)[key] : undefined;
  }
  return asSchema(found);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The schema itself, or all that it may be: what it refers to, its alternatives, each once. */
export function alternativesOf(schema: unknown, root: JsonSchema): readonly JsonSchema[] {
  const found = new Set<JsonSchema>();
  const visit = (value: unknown) => {
    const one = asSchema(value);
    if (one === undefined || found.has(one)) return;
    found.add(one);
    visit(targetOf(one.$ref, root));
    for (const alternative of unionOf(one) ?? []) visit(alternative);
    if (Array.isArray(one.allOf)) one.allOf.forEach(visit);
  };
  visit(schema);
  return [...found];
}

/** Whether `null` is among what a schema accepts. */
export function acceptsNull(schema: unknown, root: JsonSchema): boolean {
  return alternativesOf(schema, root).some((one) => {
    if (typesOf(one).includes('null') || one.const === null) return true;
    return Array.isArray(one.enum) && one.enum.includes(null);
  });
}
