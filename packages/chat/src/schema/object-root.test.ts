import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { jsonSchemaOf } from './json-schema-of.js';
import { objectRoot } from './object-root.js';
import { strictSchema } from './strict-schema.js';

const inside = (value: unknown, more = {}) => ({
  schema: {
    type: 'object',
    properties: { value },
    required: ['value'],
    additionalProperties: false,
    ...more,
  },
  isWrapped: true,
});

describe('the object that is asked for', () => {
  it('is the schema itself where its values are objects', () => {
    const schema = { type: 'object', properties: {} };
    expect(objectRoot(schema)).toEqual({ schema, isWrapped: false });
  });

  it.each([
    ['a list', { type: 'array', items: { type: 'string' } }],
    ['an object or null', { type: ['object', 'null'], properties: {} }],
    ['a union', { anyOf: [{ type: 'object', properties: {} }, { type: 'null' }] }],
    ['a union with a type', { type: 'object', anyOf: [{ properties: {} }] }],
  ])('%s is its value', (_name, schema) => {
    expect(objectRoot(schema)).toEqual(inside(schema));
  });

  it('what refers to the whole refers to the value, under a name that is free', () => {
    const list = { type: 'array', items: { $ref: '#' } };
    const moved = { type: 'array', items: { $ref: '#/$defs/root' } };
    expect(objectRoot(list)).toEqual(inside({ $ref: '#/$defs/root' }, { $defs: { root: moved } }));
    const taken = objectRoot({ ...list, $defs: { root: { $ref: '#/items' } } });
    expect(taken.schema.$defs).toEqual({
      root: { $ref: '#/$defs/root_/items' },
      root_: { type: 'array', items: { $ref: '#/$defs/root_' } },
    });
  });

  it('a list of itself can be strict', () => {
    const nested: z.ZodType = z.lazy(() => z.array(nested));
    const { schema } = objectRoot(jsonSchemaOf(nested));
    expect(strictSchema(schema)).toMatchObject({ required: ['value'] });
  });

  it('definitions by their old name are $defs', () => {
    const schema = {
      type: 'object',
      properties: { a: { $ref: '#/definitions/b' }, c: { const: { $ref: '#/definitions/b' } } },
      definitions: { b: { type: 'string' } },
    };
    expect(objectRoot(schema).schema).toEqual({
      type: 'object',
      properties: { a: { $ref: '#/$defs/b' }, c: { const: { $ref: '#/definitions/b' } } },
      $defs: { b: { type: 'string' } },
    });
  });
});
