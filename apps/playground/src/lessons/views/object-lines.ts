/** One line of an object, written as JSON. */
export interface ObjectLine {
  /** How deep it stands. */
  readonly depth: number;
  /** Its key with the colon, or nothing in a list. */
  readonly key: string;
  /** The value, or the bracket that opens or closes one. */
  readonly text: string;
  /** Where it is, as one would write it: `choices[0].message`. A line that closes a bracket has none. */
  readonly path?: string;
}

/**
 * The lines of a JSON value, each with its path.
 *
 * @example
 * objectLines({ a: 1 }).map(({ path }) => path) // => ['', 'a', undefined]
 */
export function objectLines(
  value: unknown,
  path = '',
  key = '',
  depth = 0,
  end = '',
): ObjectLine[] {
  if (typeof value !== 'object' || value === null)
    return [{ depth, key, text: `${JSON.stringify(value)}${end}`, path }];
  const isList = Array.isArray(value);
  const entries = Object.entries(value);
  const inner = entries.flatMap(([name, part], index) =>
    objectLines(
      part,
      isList ? `${path}[${name}]` : `${path}${path === '' ? '' : '.'}${name}`,
      isList ? '' : `${JSON.stringify(name)}: `,
      depth + 1,
      index < entries.length - 1 ? ',' : '',
    ),
  );
  const [open, close] = isList ? '[]' : '{}';
  return [
    { depth, key, text: open ?? '', path },
    ...inner,
    { depth, key: '', text: `${close}${end}` },
  ];
}
