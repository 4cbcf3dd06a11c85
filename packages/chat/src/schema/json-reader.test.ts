import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JsonReader } from './json-reader.js';

/** Any object, also with keys that are special in JavaScript. */
const key = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('__proto__', 'constructor', ''),
);
const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.string({ unit: 'binary', maxLength: 6 }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer(),
    fc.constantFrom(null, true, false),
    fc.array(tie('value'), { maxLength: 4 }),
    tie('object'),
  ),
  object: fc.dictionary(key, tie('value'), { maxKeys: 4 }),
})).object as fc.Arbitrary<Record<string, unknown>>;

/** As models write it: on one line or several, letters escaped or not. */
const written = fc
  .tuple(json, fc.constantFrom(0, 2, '\t'), fc.boolean())
  .map(([value, space, isEscaped]) => {
    const text = JSON.stringify(value, null, space);
    if (!isEscaped) return text;
    const escaped = (letter: string) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
    return text.replace(/[\u007f-\uffff]/g, escaped);
  });

/** Whether `whole` can still become of `part` by more text. */
function isPrefix(part: unknown, whole: unknown): boolean {
  if (typeof part === 'string') return typeof whole === 'string' && whole.startsWith(part);
  if (typeof part !== 'object' || part === null) return Object.is(part, whole);
  if (typeof whole !== 'object' || whole === null) return false;
  if (Array.isArray(part) !== Array.isArray(whole)) return false;
  const keys = Object.keys(part);
  return keys.every(
    (name, place) =>
      (Array.isArray(part) ? name === `${place}` : Object.hasOwn(whole, name)) &&
      isPrefix(own(part, name), own(whole, name)),
  );
}

/** Vitest's own equality does not get along with keys such as `constructor`. */
function isSame(one: unknown, other: unknown): boolean {
  return isPrefix(one, other) && isPrefix(other, one);
}

function own(object: object, name: string): unknown {
  return Object.getOwnPropertyDescriptor(object, name)?.value;
}

function readWhole(text: string): JsonReader {
  const reader = new JsonReader();
  reader.push(text);
  return reader;
}

describe('a JSON object that is read as it arrives', () => {
  it('whole, it is what JSON.parse makes of it, and what follows is not read', () => {
    fc.assert(
      fc.property(written, fc.constantFrom('', ' ', '}', '\n```'), (text, after) => {
        const reader = new JsonReader();
        expect(reader.push(text + after)).toBe(text.length);
        expect(reader.state).toBe('done');
        expect(isSame(reader.value(), JSON.parse(text))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('cut at every character, what is there is a prefix of the whole, and only grows', () => {
    fc.assert(
      fc.property(written, (text) => {
        const whole = JSON.parse(text);
        const reader = new JsonReader();
        let before: unknown;
        for (const character of text.split('')) {
          reader.push(character);
          const now = reader.value();
          expect(isPrefix(now, whole)).toBe(true);
          if (before !== undefined) expect(isPrefix(before, now)).toBe(true);
          before = now;
        }
        expect(isSame(before, whole)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('cut into any pieces, the copies that are handed out are prefixes too, and the last one is all', () => {
    fc.assert(
      fc.property(written, fc.array(fc.integer({ min: 1, max: 9 })), (text, lengths) => {
        const whole = JSON.parse(text);
        const reader = new JsonReader();
        const copies: unknown[] = [];
        let from = 0;
        for (const length of [...lengths, text.length]) {
          reader.push(text.slice(from, from + length));
          from += length;
          const copy = reader.grown();
          if (copy !== undefined) copies.push(copy);
        }
        // Compared at the end: no copy has changed since it was handed out.
        expect(copies.every((copy) => isPrefix(copy, whole))).toBe(true);
        expect(isSame(copies.at(-1), whole)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('what JSON.parse refuses, it refuses, wherever one character is wrong', () => {
    fc.assert(
      fc.property(written, fc.nat(), fc.constantFrom(...'{}[]",:\\0-e.tx\n'), (text, at, wrong) => {
        const place = at % text.length;
        const changed = text.slice(0, place) + wrong + text.slice(place + 1);
        const reader = new JsonReader();
        const isAll = reader.push(changed) === changed.length && reader.state === 'done';
        expect(isAll).toBe(isObject(changed));
      }),
      { numRuns: 500 },
    );
  });

  it('strings grow, numbers and words come once they are finished, keys with their values', () => {
    const text = '{"a":"xy","b":12,"c":[true,{"d":null}]}';
    const seen = [...text].map((_, end) =>
      JSON.stringify(readWhole(text.slice(0, end + 1)).value()),
    );
    expect(seen.filter((value, place) => value !== seen[place - 1])).toEqual([
      '{}',
      '{"a":""}',
      '{"a":"x"}',
      '{"a":"xy"}',
      '{"a":"xy","b":12}',
      '{"a":"xy","b":12,"c":[]}',
      '{"a":"xy","b":12,"c":[true]}',
      '{"a":"xy","b":12,"c":[true,{}]}',
      '{"a":"xy","b":12,"c":[true,{"d":null}]}',
    ]);
  });

  it('half a character is not shown, whether it is escaped or not', () => {
    expect(readWhole('{"a":"x\ud83d').value()).toEqual({ a: 'x' });
    expect(readWhole('{"a":"x\\ud83d').value()).toEqual({ a: 'x' });
    expect(readWhole('{"a":"x\\ud83d\\ude00').value()).toEqual({ a: 'x😀' });
  });

  it('256 levels are read, 257 are not', () => {
    const deep = (levels: number) => `{"a":${'['.repeat(levels - 1)}${']'.repeat(levels - 1)}}`;
    expect(readWhole(deep(256)).state).toBe('done');
    expect(readWhole(deep(257)).state).toBe('broken');
    expect(readWhole(`{"a":${'{"a":'.repeat(100_000)}`).state).toBe('broken');
  });

  it('a null that stands for nothing is left out, at its place alone', () => {
    const isAbsent = (path: readonly (string | number)[]) => path.join('.') === 'list.1.a';
    const reader = new JsonReader({ isAbsent });
    reader.push('{"a":null,"list":[{"a":null},{"b":1,"a":null,"c":2}, null]}');
    expect(reader.value()).toEqual({ a: null, list: [{ a: null }, { b: 1, c: 2 }, null] });
  });

  it('a list of 50,000 that comes number by number is copied no more than its length allows', () => {
    const reader = new JsonReader();
    reader.push('{"a":[');
    let copied = 0;
    let characters = 0;
    for (let number = 0; number < 50_000; number++) {
      const piece = `${number},`;
      characters += piece.length;
      reader.push(piece);
      const copy = reader.grown();
      if (copy !== undefined) copied += (copy.a as unknown[]).length;
    }
    expect(copied).toBeGreaterThan(50_000);
    expect(copied).toBeLessThanOrEqual(characters * 17);
  });
});

function isObject(text: string): boolean {
  try {
    JSON.parse(text);
    return text.startsWith('{') && text.endsWith('}');
  } catch {
    return false;
  }
}
