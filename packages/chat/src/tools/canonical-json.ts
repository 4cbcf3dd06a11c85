/**
 * One text for all JSON texts that say the same, whatever the order of their members and their blanks.
 *
 * What is no JSON, or nested too deeply to be walked, is its own text.
 *
 * @example
 * canonicalJson('{ "b": 1, "a": 2 }') // => '{"a":2,"b":1}'
 */
export function canonicalJson(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), sorted);
  } catch {
    return text;
  }
}

function sorted(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  // Without a prototype, `__proto__` is a name like any other.
  const copy = Object.create(null) as Record<string, unknown>;
  for (const name of Object.keys(value).sort()) {
    copy[name] = (value as Record<string, unknown>)[name];
  }
  return copy;
}
