/** Where values stand, in which a `$ref` would be data. */
const dataKeywords: ReadonlySet<string> = new Set(['enum', 'const', 'default', 'examples']);

/** A schema with its references changed. */
export function withReferences<Part>(part: Part, change: (reference: string) => string): Part {
  return changed(part, change) as Part;
}

function changed(part: unknown, change: (reference: string) => string): unknown {
  if (Array.isArray(part)) return part.map((item) => changed(item, change));
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) => {
      if (key === '$ref' && typeof value === 'string') return [key, change(value)];
      return [key, dataKeywords.has(key) ? value : changed(value, change)];
    }),
  );
}
