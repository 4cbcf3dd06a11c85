import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { jsonSchemaOf } from './json-schema-of.js';
import { isNullAbsent, withoutNulls } from './without-nulls.js';

const schema = jsonSchemaOf(
  z.object({
    must: z.string(),
    may: z.string().optional(),
    none: z.string().nullable(),
    either: z.string().nullish(),
    list: z.array(z.object({ may: z.number().optional() })).optional(),
    kind: z
      .discriminatedUnion('type', [
        z.object({ type: z.literal('a'), x: z.string().optional() }),
        z.object({ type: z.literal('b'), x: z.string().nullable() }),
      ])
      .optional(),
    get again() {
      return z.object({ may: z.string().optional() }).optional();
    },
  }),
);

describe('null for what may be absent', () => {
  it.each<[string, unknown, unknown]>([
    ['is absent again', { must: 'a', may: null }, { must: 'a' }],
    ['is kept where null is a value', { none: null, either: null }, { none: null, either: null }],
    ['is kept where a value has to be', { must: null }, { must: null }],
    ['is absent in every item', { list: [{ may: null }, { may: 1 }] }, { list: [{}, { may: 1 }] }],
    ['goes by the alternative', { kind: { type: 'a', x: null } }, { kind: { type: 'a' } }],
    ['goes by the other one', { kind: { type: 'b', x: null } }, { kind: { type: 'b', x: null } }],
    ['is absent inside', { again: { may: null } }, { again: {} }],
    [
      'is kept under a name that the schema does not have',
      { must: 'a', other: null },
      { must: 'a', other: null },
    ],
    ['in a list is an item', { list: [null] }, { list: [null] }],
    [
      'is no matter where the value is something else',
      { must: 1, list: 'x' },
      { must: 1, list: 'x' },
    ],
  ])('%s', (_name, given, meant) => {
    expect(withoutNulls(given, schema)).toEqual(meant);
  });

  it('the keys of objects are data: __proto__ is one', () => {
    const value = JSON.parse('{"must":"a","__proto__":{"x":null}}');
    expect(JSON.stringify(withoutNulls(value, schema))).toBe('{"must":"a","__proto__":{"x":null}}');
  });

  it('is found in trees of any depth that refer to themselves', () => {
    const tree = {
      type: 'object',
      properties: { note: { type: 'string' }, children: { type: 'array', items: { $ref: '#' } } },
      required: ['children'],
    };
    const leaf = { note: null, children: [] };
    expect(withoutNulls({ note: 'x', children: [leaf] }, tree)).toEqual({
      note: 'x',
      children: [{ children: [] }],
    });
    expect(isNullAbsent(['children', 3, 'children', 0, 'note'], tree)).toBe(true);
    expect(isNullAbsent(['children', 3, 'note', 'note'], tree)).toBe(false);
  });

  it('a place alone is enough where no alternative says otherwise', () => {
    expect(isNullAbsent(['may'], schema)).toBe(true);
    expect(isNullAbsent(['list', 0, 'may'], schema)).toBe(true);
    expect(isNullAbsent(['none'], schema)).toBe(false);
    expect(isNullAbsent(['other'], schema)).toBe(false);
  });

  it('a schema that refers to itself and nothing else ends', () => {
    expect(withoutNulls({ a: null }, { $ref: '#' })).toEqual({ a: null });
  });
});
