import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseJson } from './parse-json.js';
import { parseRequest } from './parse-request.js';

it('whatever JSON can hold is read as the platform reads it', () => {
  fc.assert(
    fc.property(fc.json({ noUnicodeString: false }), (text) => {
      expect(parseJson(text)).toEqual(JSON.parse(text));
    }),
  );
});

it('200 levels are read, and one more is not: brackets in strings are none', () => {
  const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
  expect(parseJson(nested(200))).toEqual(JSON.parse(nested(200)));
  expect(parseJson(nested(201))).toBeUndefined();
  const text = `${'[{"\\\\'.repeat(500)}"`;
  expect(parseJson(JSON.stringify([text, nested(500)]))).toEqual([text, nested(500)]);
  expect(parseJson(`{"a":"\\"",${`"b":${nested(199)}`}}`)).toHaveProperty('b');
});

it('ten million levels are not read, and neither is what is no JSON', () => {
  expect(parseJson('[{"a":'.repeat(5_000_000))).toBeUndefined();
  expect(parseJson('{"model":')).toBeUndefined();
});

it('a request that could not be read is refused in OpenAI’s words', async () => {
  await expect(parseRequest(parseJson('{'))).rejects.toThrow(/^We could not parse the JSON body/);
});
