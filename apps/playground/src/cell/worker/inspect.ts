import { type ShownGroup, type ShownPart, type ShownValue, writeShown } from '../shown-value.js';

const deepest = 6;
const widest = 100;
/** Over all of a value: what is wide at every depth would have millions. */
const mostParts = 2_000;

/**
 * A value as a console would print it: text bare, everything else as one would write it.
 *
 * Bounded in depth and width, and safe with circles and with getters that throw.
 */
export function inspect(value: unknown): string {
  return writeShown(describe(value));
}

/** The same in parts, for a page that opens and closes them. */
export function describe(value: unknown): ShownValue {
  return typeof value === 'string'
    ? value
    : described(value, { above: new Set(), room: { parts: mostParts } });
}

interface Place {
  /** What the value is in: a value inside itself is a circle. */
  readonly above: ReadonlySet<unknown>;
  readonly room: { parts: number };
}

function described(value: unknown, place: Place): ShownValue {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'bigint') return `${value}n`;
  if (value === null || (typeof value !== 'object' && typeof value !== 'function'))
    return String(value);
  if (place.above.has(value)) return '[circular]';
  try {
    return opened(value, { ...place, above: new Set([...place.above, value]) });
  } catch {
    return '[throws]';
  }
}

function opened(value: object, place: Place): ShownValue {
  if (typeof value === 'function') return `[function ${value.name || 'anonymous'}]`;
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toJSON();
  if (place.above.size > deepest) return Array.isArray(value) ? '[…]' : '{…}';
  if (ArrayBuffer.isView(value)) return `${value.constructor.name}(${value.byteLength} bytes)`;

  const group = (items: Iterable<unknown>, size: number, partOf: (item: unknown) => ShownPart) => {
    const parts: ShownPart[] = [];
    for (const item of items) {
      if (parts.length === widest || place.room.parts === 0) break;
      place.room.parts -= 1;
      parts.push(partOf(item));
    }
    return { parts, more: size - parts.length } satisfies Partial<ShownGroup>;
  };
  const item = (part: unknown) => ({ before: '', value: described(part, place) });
  if (Array.isArray(value))
    return { name: '', brackets: '[]', ...group(value, value.length, item) };
  if (value instanceof Set)
    return { name: 'Set', brackets: '{}', ...group(value, value.size, item) };
  if (value instanceof Map) {
    const entries = group(value.keys(), value.size, (key) => ({
      before: `${writeShown(described(key, place))} => `,
      value: described(value.get(key), place),
    }));
    return { name: 'Map', brackets: '{}', ...entries };
  }
  const keys = Object.keys(value);
  const properties = group(keys, keys.length, (key) => ({
    before: `${shownKey(String(key))}: `,
    value: property(value, String(key), place),
  }));
  return { name: nameOf(value), brackets: '{}', ...properties };
}

function property(value: object, key: string, place: Place): ShownValue {
  try {
    return described((value as Record<string, unknown>)[key], place);
  } catch {
    return '[throws]';
  }
}

function nameOf(value: object): string {
  const name: unknown = value.constructor?.name;
  return typeof name === 'string' && name !== 'Object' ? name : '';
}

function shownKey(key: string): string {
  return /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u.test(key) ? key : JSON.stringify(key);
}
