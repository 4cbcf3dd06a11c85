import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Refusal } from '../refusal/refusal.js';
import { parseJson } from './parse-json.js';

it('whatever JSON can hold is read as the platform reads it', () => {
  fc.assert(
    fc.property(fc.json({ noUnicodeString: false }), (text) => {
      expect(parseJson(text)).toEqual(JSON.parse(text));
    }),
  );
});

it('200 levels are read, and one more is not: brackets in strings are none', () => {
  const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
  expect(() => parseJson(nested(200))).not.toThrow();
  expect(() => parseJson(nested(201))).toThrow(Refusal);
  const text = `${'[{"\\\\'.repeat(500)}"`;
  expect(parseJson(JSON.stringify([text, nested(500)]))).toEqual([text, nested(500)]);
  expect(() => parseJson(`{"a":"\\"",${`"b":${nested(199)}`}}`)).not.toThrow();
});

it('ten million levels are refused before they are read', () => {
  expect(() => parseJson('[{"a":'.repeat(5_000_000))).toThrow(/^We could not parse the JSON body/);
});
