type Path = readonly PropertyKey[];

/**
 * A path as OpenAI writes it.
 *
 * @example
 * parameterName(['messages', 0, 'role']) // => 'messages[0].role'
 */
export function parameterName(path: Path): string {
  return path.reduce<string>((name, key) => {
    if (typeof key === 'number') return `${name}[${key}]`;
    const own = shown(String(key));
    return name === '' ? own : `${name}.${own}`;
  }, '');
}

/** What a JSON value is called in an error message. */
export function gotType(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  switch (typeof value) {
    case 'number':
      return Number.isInteger(value) ? 'an integer' : 'a decimal number';
    case 'string':
      return 'a string';
    case 'boolean':
      return 'a boolean';
    default:
      return 'an object';
  }
}

/** The length of a string or an array; `undefined` for anything else. */
export function gotLength(value: unknown): number | undefined {
  return typeof value === 'string' || Array.isArray(value) ? value.length : undefined;
}

/** The value at a path; `undefined` where the path leads nowhere. */
export function valueAt(body: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Record<PropertyKey, unknown>)[key]
        : undefined,
    body,
  );
}

/** A value that was sent, as far as an error message repeats it: the start of a long one. */
export function shown(value: string): string {
  const characters = 200;
  return value.length > characters ? `${value.slice(0, characters)}...` : value;
}

/**
 * Values in a sentence.
 *
 * @example
 * oneOf(['a', 'b', 'c'], 'or') // => "'a', 'b', or 'c'"
 */
export function oneOf(values: readonly unknown[], word: 'and' | 'or'): string {
  const names = values.map((value) => `'${String(value)}'`);
  if (names.length < 3) return names.join(` ${word} `);
  return `${names.slice(0, -1).join(', ')}, ${word} ${names.at(-1)}`;
}
