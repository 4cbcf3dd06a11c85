import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { jsonSchemaOf } from './json-schema-of.js';
import { strictSchema } from './strict-schema.js';
import type { JsonSchema } from './typed-schema.js';

const object = (properties: Record<string, unknown>, more: Record<string, unknown> = {}) => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
  ...more,
});

/** The strict form of one property. */
function strictly(property: unknown): unknown {
  const strict = strictSchema(object({ a: property }));
  return strict && (strict.properties as JsonSchema).a;
}

describe('a schema made strict', () => {
  it('requires every property and allows no other; what may be absent may be null', () => {
    const schema = z.object({
      name: z.string(),
      note: z.string().describe('In a word').optional(),
      size: z.number().default(3),
      none: z.string().nullish(),
      inside: z.object({ either: z.union([z.string(), z.number()]).optional() }),
    });
    expect(strictSchema(jsonSchemaOf(schema))).toEqual(
      object({
        name: { type: 'string' },
        note: { anyOf: [{ type: 'string', description: 'In a word' }, { type: 'null' }] },
        size: { anyOf: [{ type: 'number', description: '(default 3)' }, { type: 'null' }] },
        none: { type: ['string', 'null'] },
        inside: object({
          either: { anyOf: [{ type: ['string', 'number'] }, { type: 'null' }] },
        }),
      }),
    );
  });

  it('what it has no rule for is told in the description', () => {
    const list = { type: 'array', items: { type: 'null' } };
    expect(strictly({ ...list, description: 'No two', uniqueItems: true, default: [] })).toEqual({
      ...list,
      description: 'No two (uniqueItems true, default [])',
    });
    expect(strictly({ type: 'string', format: 'uri' })).toEqual({
      type: 'string',
      description: '(format "uri")',
    });
    expect(
      strictly({ type: 'array', items: { type: 'string' }, uniqueItems: true, maxItems: 3 }),
    ).toEqual({
      type: 'array',
      items: { type: 'string' },
      maxItems: 3,
      description: '(uniqueItems true)',
    });
  });

  it.each<[string, JsonSchema, JsonSchema]>([
    [
      'bounds of numbers',
      { type: 'number', minimum: 1, multipleOf: 0.5 },
      { type: 'number', minimum: 1, multipleOf: 0.5 },
    ],
    [
      'a known format, without the pattern that says it again',
      { type: 'string', format: 'email', pattern: '^.+@.+$' },
      { type: 'string', format: 'email' },
    ],
    [
      'a plain pattern',
      { type: 'string', pattern: '^[a-z]+(?:-[0-9])?$' },
      { type: 'string', pattern: '^[a-z]+(?:-[0-9])?$' },
    ],
    ['words from a list', { enum: ['a', 'b'] }, { type: 'string', enum: ['a', 'b'] }],
    [
      'values of several types',
      { enum: ['a', 1, null] },
      { type: ['string', 'number', 'null'], enum: ['a', 1, null] },
    ],
    ['a constant', { const: true }, { type: 'boolean', const: true }],
    [
      'bounds that every integer has are left out',
      { type: 'integer', minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER },
      { type: 'integer' },
    ],
    [
      'either of several',
      { oneOf: [{ type: 'string' }, { type: 'null' }] },
      { anyOf: [{ type: 'string' }, { type: 'null' }] },
    ],
    [
      'an intersection of one',
      { allOf: [{ type: 'string' }], description: 'x' },
      { type: 'string', description: 'x' },
    ],
    [
      'types with an object among them',
      { type: ['object', 'null'], properties: {}, additionalProperties: false },
      { anyOf: [object({}), { type: 'null' }] },
    ],
  ])('%s', (_name, given, strict) => {
    expect(strictly(given)).toEqual(strict);
  });

  it('a pattern that generators do not know is told', () => {
    for (const pattern of ['^(?!x)[a-z]+$', '(?<=a)b', '(a)\\1', '\\bword\\b', '\\p{L}+']) {
      expect(strictly({ type: 'string', pattern })).toEqual({
        type: 'string',
        description: `(pattern ${JSON.stringify(pattern)})`,
      });
    }
  });

  it('refers to itself and to definitions', () => {
    interface Tree {
      name: string;
      children: Tree[];
    }
    const tree: z.ZodType<Tree> = z.object({
      name: z.string(),
      get children() {
        return z.array(tree);
      },
    });
    expect(strictSchema(jsonSchemaOf(tree))).toEqual(
      object({ name: { type: 'string' }, children: { type: 'array', items: { $ref: '#' } } }),
    );
    const named = object(
      { a: { $ref: '#/$defs/b', description: 'dropped' } },
      { $defs: { b: { type: 'string', minLength: 1 } } },
    );
    expect(strictSchema(named)).toEqual(
      object({ a: { $ref: '#/$defs/b' } }, { $defs: { b: { type: 'string', minLength: 1 } } }),
    );
  });

  it.each<[string, unknown]>([
    ['a record', { type: 'object', additionalProperties: { type: 'string' } }],
    ['an object that is open', { type: 'object', properties: {}, additionalProperties: {} }],
    ['an object that says nothing of its properties', { type: 'object' }],
    ['any value', {}],
    ['true', true],
    ['a tuple', { type: 'array', prefixItems: [{ type: 'string' }] }],
    ['a list of anything', { type: 'array' }],
    ['an intersection', { allOf: [object({}), object({})] }],
    ['a reference elsewhere', { $ref: 'https://example.com/schema' }],
    ['a reference into itself', { $ref: '#/properties/a' }],
    ['properties of a pattern', { type: 'object', properties: {}, patternProperties: { a: {} } }],
    [
      'a union beside properties',
      { properties: { b: { type: 'string' } }, anyOf: [{ required: ['b'] }] },
    ],
    ['a constant object', { const: {} }],
  ])('cannot say %s', (_name, property) => {
    expect(strictly(property)).toBeUndefined();
  });

  it('is within the limits of OpenAI: at each it is, above it is not', () => {
    const nested = (levels: number): unknown =>
      levels === 0 ? { type: 'string' } : { type: 'array', items: nested(levels - 1) };
    expect(strictly(nested(9))).toBeDefined();
    expect(strictly(nested(10))).toBeUndefined();

    const wide = (count: number) =>
      strictSchema(
        object(
          Object.fromEntries(Array.from({ length: count }, (_, at) => [`${at}`, { type: 'null' }])),
        ),
      );
    expect(wide(5_000)).toBeDefined();
    expect(wide(5_001)).toBeUndefined();

    const listed = (count: number, text: string) =>
      strictly({
        type: 'string',
        enum: Array.from({ length: count }, (_, at) => `${at}`.padStart(4, text)),
      });
    expect(listed(1_000, '0')).toBeDefined();
    expect(listed(1_001, '0')).toBeUndefined();

    const long = (length: number) => strictly({ type: 'string', const: 'x'.repeat(length) });
    expect(long(119_999)).toBeDefined();
    expect(long(120_000)).toBeUndefined();
  });

  it('a property may be called __proto__', () => {
    const schema = JSON.parse(
      '{"type":"object","properties":{"__proto__":{"type":"string"}},"required":["__proto__"]}',
    );
    expect(JSON.stringify(strictSchema(schema))).toBe(
      '{"type":"object","properties":{"__proto__":{"type":"string"}},"required":["__proto__"],"additionalProperties":false}',
    );
  });
});
