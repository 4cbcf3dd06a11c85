/** A value of a cell, taken apart so that a page can show it: text, or parts in brackets. */
export type ShownValue = string | ShownGroup;

export interface ShownGroup {
  /** What stands before the brackets: the name of a class, or nothing. */
  readonly name: string;
  readonly brackets: '{}' | '[]';
  readonly parts: readonly ShownPart[];
  /** How many parts are left out. */
  readonly more: number;
}

export interface ShownPart {
  /** What stands before the value: `key: `, `"key" => `, or nothing. */
  readonly before: string;
  readonly value: ShownValue;
}

/** The value as a console would print it: on one line where it fits, else one part to a line. */
export function writeShown(value: ShownValue, indent = ''): string {
  if (typeof value === 'string') return value;
  const { name, brackets, parts, more } = value;
  const [open, close] = brackets;
  const inner = `${indent}  `;
  const all = parts.map((part) => part.before + writeShown(part.value, inner));
  if (more > 0) all.push(`… ${more} more`);
  const lead = name === '' ? '' : `${name} `;
  if (all.length === 0) return `${lead}${brackets}`;
  const pad = open === '[' ? '' : ' ';
  const line = `${lead}${open}${pad}${all.join(', ')}${pad}${close}`;
  if (line.length + indent.length <= 72 && !line.includes('\n')) return line;
  return `${lead}${open}\n${all.map((part) => inner + part).join(',\n')}\n${indent}${close}`;
}

const deepest = 8;

/**
 * A value as a cell sent it, copied part by part; undefined for anything that is none, or deeper or larger than a cell writes.
 *
 * @param room How many parts are allowed; counted down.
 */
export function readShown(
  data: unknown,
  room = { parts: 5_000 },
  depth = 0,
): ShownValue | undefined {
  if (typeof data === 'string') return data;
  if (typeof data !== 'object' || data === null || depth > deepest) return undefined;
  const { name, brackets, parts, more } = data as Record<string, unknown>;
  if (typeof name !== 'string' || !Number.isSafeInteger(more) || !Array.isArray(parts))
    return undefined;
  if (brackets !== '{}' && brackets !== '[]') return undefined;
  room.parts -= parts.length;
  if (room.parts < 0) return undefined;
  const read: ShownPart[] = [];
  for (const part of parts) {
    const { before, value } = (part ?? {}) as Record<string, unknown>;
    const shown = readShown(value, room, depth + 1);
    if (typeof before !== 'string' || shown === undefined) return undefined;
    read.push({ before, value: shown });
  }
  return { name, brackets, parts: read, more: more as number };
}
