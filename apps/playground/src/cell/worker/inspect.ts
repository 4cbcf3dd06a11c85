const deepest = 4;
const widest = 100;

/**
 * A value as a console would print it: text bare, everything else as one would write it.
 *
 * Bounded in depth and width, and safe with circles and with getters that throw.
 */
export function inspect(value: unknown): string {
  return typeof value === 'string' ? value : written(value, '', new Set());
}

function written(value: unknown, indent: string, above: ReadonlySet<unknown>): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'function') return `[function ${value.name || 'anonymous'}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  if (above.has(value)) return '[circular]';
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toJSON();
  if (above.size >= deepest) return Array.isArray(value) ? '[…]' : '{…}';
  return composed(value, indent, new Set([...above, value]));
}

function composed(value: object, indent: string, above: ReadonlySet<unknown>): string {
  const inner = `${indent}  `;
  const write = (part: unknown) => written(part, inner, above);
  if (Array.isArray(value)) return joined(first(value).map(write), '[', ']', indent, value.length);
  if (ArrayBuffer.isView(value)) return `${value.constructor.name}(${value.byteLength} bytes)`;
  if (value instanceof Map) {
    const pairs = first(value).map(([key, part]) => `${write(key)} => ${write(part)}`);
    return `Map ${joined(pairs, '{', '}', indent, value.size)}`;
  }
  if (value instanceof Set)
    return `Set ${joined(first(value).map(write), '{', '}', indent, value.size)}`;
  const keys = Object.keys(value);
  const parts = first(keys).map((key) => `${shownKey(key)}: ${property(value, key, write)}`);
  const name = value.constructor?.name ?? 'Object';
  return `${name === 'Object' ? '' : `${name} `}${joined(parts, '{', '}', indent, keys.length)}`;
}

function property(value: object, key: string, write: (part: unknown) => string): string {
  try {
    return write((value as Record<string, unknown>)[key]);
  } catch {
    return '[throws]';
  }
}

function shownKey(key: string): string {
  return /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u.test(key) ? key : JSON.stringify(key);
}

function first<T>(items: Iterable<T>): T[] {
  const taken: T[] = [];
  for (const item of items) {
    if (taken.length === widest) break;
    taken.push(item);
  }
  return taken;
}

function joined(parts: string[], open: string, close: string, indent: string, size: number) {
  if (size === 0) return open + close;
  const all = size > parts.length ? [...parts, `… ${size - parts.length} more`] : parts;
  const pad = open === '[' ? '' : ' ';
  const line = open + pad + all.join(', ') + pad + close;
  if (line.length + indent.length <= 72 && !line.includes('\n')) return line;
  return `${open}\n${all.map((part) => `${indent}  ${part}`).join(',\n')}\n${indent}${close}`;
}
