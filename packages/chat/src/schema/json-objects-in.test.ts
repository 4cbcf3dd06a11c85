import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonObjectsIn } from './json-objects-in.js';

const json = fc.dictionary(
  fc.string({ maxLength: 5 }),
  fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom('{"inner": 1}', '```', '}', '{')),
  { minKeys: 1, maxKeys: 3 },
);
/** Text as models write it around JSON: it may have braces, quotes and fences, and no object. */
const prose = fc
  .array(
    fc.constantFrom(
      'Here you are:',
      '```json\n',
      '```',
      '{name}',
      '{ a set }',
      '\n',
      'x = {1};',
      '“quoted”',
      '}',
      ']',
      '<think>',
      '{{',
    ),
    { maxLength: 5 },
  )
  .map((parts) => parts.join(' '))
  .filter((text) => !/\{\s*\}/.test(text));

describe('the JSON objects of a text', () => {
  it('whatever stands around the only one, it is found, and nothing inside it is', () => {
    fc.assert(
      fc.property(json, prose, prose, fc.constantFrom(0, 2), (value, before, after, space) => {
        const text = `${before}\n${JSON.stringify(value, null, space)}\n${after}`;
        const found = jsonObjectsIn(text).map((object) => JSON.stringify(object));
        expect(found).toEqual([JSON.stringify(value)]);
      }),
      { numRuns: 300 },
    );
  });

  it('cut off anywhere, nothing of it is found', () => {
    fc.assert(
      fc.property(json, prose, fc.nat(), (value, before, at) => {
        const text = JSON.stringify({ outer: value });
        const cut = text.slice(0, 1 + (at % (text.length - 1)));
        expect(jsonObjectsIn(`${before}\n${cut}`)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('several are found in their order', () => {
    expect(jsonObjectsIn('First {"a": 1}, then {"a": 2}.')).toEqual([{ a: 1 }, { a: 2 }]);
  });

  it.each([
    ['with a comma too many', '{"a": {"b": 1},}'],
    ['with single quotes', `{"a": {"b": 1}, 'c': 2}`],
    ['with a comment', '{"a": {"b": 1}, // why\n "c": 2}'],
    ['with a missing value', '{"a": {"b": 1}, "c": }'],
  ])('one that is broken is passed over whole, %s', (_name, broken) => {
    expect(jsonObjectsIn(broken)).toEqual([]);
    expect(jsonObjectsIn(`${broken} or rather {"a": 2}`)).toEqual([{ a: 2 }]);
  });

  it('JSON inside a string is text', () => {
    expect(jsonObjectsIn(JSON.stringify({ a: '{"b": 1}' }))).toEqual([{ a: '{"b": 1}' }]);
    expect(jsonObjectsIn(JSON.stringify('{"b": 1}'))).toEqual([]);
  });

  it('a text is read in time that grows with its length: 400,000 braces, quotes or levels', () => {
    for (const part of ['{', '{"', '{"a":', '{"a":1,', '{"a":{},}', '"{', '{}', '{"a":"\\', '{ ']) {
      // Were it with the square, this would take more than the minute that a test has.
      expect(jsonObjectsIn(part.repeat(400_000 / part.length))).toBeInstanceOf(Array);
    }
  });
});
