import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { schemaInText } from './find-schema.js';
import { smallestJson } from './smallest-json.js';

/** The members that an answer to this text has. */
function membersFor(text: string): string[] {
  const { root, sizes } = schemaInText(text);
  return Object.keys(JSON.parse(smallestJson(root, sizes)));
}

describe('the JSON that a text describes', () => {
  it('is that of a JSON Schema in it', () => {
    const schema = {
      type: 'object',
      properties: { a: { type: 'integer' }, b: { type: 'string' } },
      required: ['a'],
    };
    expect(
      membersFor(`Return JSON. json schema: ${JSON.stringify(schema)} Be brief {ok}.`),
    ).toEqual(['a']);
    expect(
      membersFor(
        `Schema:\n${JSON.stringify({ $ref: '#/definitions/x', definitions: { x: schema } })}`,
      ),
    ).toEqual(['a']);
  });

  it('is that of an example in it, with types by value or by name', () => {
    expect(
      membersFor('Answer like {"title": "string", "year": 1999, "tags": ["x"]} as JSON'),
    ).toEqual(['title', 'year', 'tags']);
    const { root } = schemaInText('{"n": "number"}');
    expect(root.kind === 'object' && root.properties.get('n')?.kind).toBe('number');
  });

  it.each([
    ['Return JSON with keys name and age', ['name', 'age']],
    ['JSON with the fields "title", "author", and "year"', ['title', 'author', 'year']],
    ['Respond in JSON with a key called `summary`.', ['summary']],
    ['Answer in JSON', ['answer']],
    ['Use JSON, {not: json}', ['answer']],
  ])('%s has %j', (text, members) => {
    expect(membersFor(text)).toEqual(members);
  });

  it('is no empty object', () => {
    expect(membersFor('Answer in JSON, not {}.')).toEqual(['answer']);
  });

  it('is found in bounded time, or not at all, in any text', () => {
    const hostile = [
      '{'.repeat(50_000),
      '{"a":'.repeat(10_000),
      'keys a, '.repeat(6_000),
      `{"a":${'['.repeat(9_000)}${']'.repeat(9_000)}}`,
    ];
    const started = performance.now();
    for (const text of hostile) expect(membersFor(text).length).toBeGreaterThan(0);
    expect(performance.now() - started).toBeLessThan(20_000);
    fc.assert(fc.property(fc.string(), (text) => membersFor(text).length > 0));
  });
});
