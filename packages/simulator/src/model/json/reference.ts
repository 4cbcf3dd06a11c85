import type { RawSchema } from './keywords.js';
import type { SchemaPath } from './schema-fault.js';

/** What a reference points to. */
export interface Definition {
  readonly pointer: string;
  readonly path: SchemaPath;
  readonly schema: unknown;
}

/**
 * Finds what a `$ref` points to inside the same schema.
 *
 * Strict schemas may point to the root and to definitions only; others to any place.
 */
export function definitionAt(
  root: unknown,
  reference: unknown,
  strict: boolean,
): Definition | undefined {
  if (reference === '#') return { pointer: '[]', path: [], schema: root };
  if (typeof reference !== 'string' || !reference.startsWith('#/')) return undefined;
  const path = reference.slice(2).split('/').map(plainKey);
  if (strict && (path.length !== 2 || !['$defs', 'definitions'].includes(path[0] ?? ''))) {
    return undefined;
  }
  let schema = root;
  for (const key of path) {
    if (typeof schema !== 'object' || schema === null || !Object.hasOwn(schema, key)) {
      return undefined;
    }
    schema = (schema as RawSchema)[key];
  }
  return { pointer: JSON.stringify(path), path, schema };
}

/** JSON Pointer writes `~` as `~0` and `/` as `~1`; a URI writes some characters as `%xx`. */
function plainKey(key: string): string {
  const plain = key.replace(/%([\da-f]{2})/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return plain.replace(/~1/g, '/').replace(/~0/g, '~');
}
