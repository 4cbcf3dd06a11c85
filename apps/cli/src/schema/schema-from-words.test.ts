import { describe, expect, it, test } from 'vitest';
import { schemaFromWords } from './schema-from-words.js';

test.each([
  ['text', 'name', { name: { type: 'string' } }, ['name']],
  ['a type', 'age int', { age: { type: 'integer' } }, ['age']],
  [
    'other words for types',
    'a float, b bool, c str',
    { a: { type: 'number' }, b: { type: 'boolean' }, c: { type: 'string' } },
    ['a', 'b', 'c'],
  ],
  ['a list', 'tags[] int', { tags: { type: 'array', items: { type: 'integer' } } }, ['tags']],
  [
    'what may be absent',
    'a?, b[]? number',
    { a: { type: 'string' }, b: { type: 'array', items: { type: 'number' } } },
    [],
  ],
  ['a description', 'a: in a word', { a: { type: 'string', description: 'in a word' } }, ['a']],
  [
    'a description with a comma, on a line',
    'a: one, two\nb int',
    { a: { type: 'string', description: 'one, two' }, b: { type: 'integer' } },
    ['a', 'b'],
  ],
  [
    'a name that every object has',
    '__proto__',
    JSON.parse('{"__proto__": {"type": "string"}}'),
    ['__proto__'],
  ],
])('%s', (_name, words, properties, required) => {
  expect(schemaFromWords(words)).toEqual({
    type: 'object',
    properties,
    required,
    additionalProperties: false,
  });
});

describe('what is no field', () => {
  test.each([
    ['', 1],
    [',', 1],
    ['a, 1b', 2],
    ['a, b date', 2],
    ['a b c', 1],
    ['a, b, a', 3],
    ['a{}', 1],
  ])('%j is refused at field %d', (words, position) => {
    expect(() => schemaFromWords(words)).toThrow(
      expect.objectContaining({
        kind: 'configuration',
        message: expect.stringContaining(`field ${position} `),
      }),
    );
  });

  it('is not repeated in the message, because it may be anything', () => {
    expect(() => schemaFromWords('sk-canary-1')).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('canary') }),
    );
  });
});
