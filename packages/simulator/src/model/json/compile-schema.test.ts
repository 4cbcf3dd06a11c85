import { describe, expect, it } from 'vitest';
import { compileSchema } from './compile-schema.js';
import { SchemaFault } from './schema-fault.js';

const faultOf = (schema: unknown, strict: boolean): string | undefined => {
  try {
    compileSchema(schema, strict);
    return undefined;
  } catch (error) {
    if (error instanceof SchemaFault) return error.message;
    throw error;
  }
};
const open = (properties: Record<string, unknown>) => ({ type: 'object', properties });
const closed = (properties: Record<string, unknown>, more: Record<string, unknown> = {}) => ({
  ...open(properties),
  required: Object.keys(properties),
  additionalProperties: false,
  ...more,
});
const nested = (levels: number): object =>
  closed({ inside: levels === 0 ? { type: 'string' } : nested(levels - 1) });

describe('a strict schema', () => {
  it.each<[string, unknown]>([
    ["In context=(), 'additionalProperties' is required to be supplied and to be false.", open({})],
    [
      "In context=('properties', 'a'), 'additionalProperties' is required to be supplied and to be false.",
      closed({ a: { ...closed({}), additionalProperties: true } }),
    ],
    [
      "In context=(), 'required' is required to be supplied and to be an array including every key in properties. Missing 'a'.",
      { ...open({ a: { type: 'string' } }), additionalProperties: false },
    ],
    [
      "In context=(), 'required' is required to be supplied and to be an array including every key in properties. Extra required key 'b' supplied.",
      closed({}, { required: ['b'] }),
    ],
    [
      "In context=('properties', 'a'), schema must have a 'type' key.",
      closed({ a: { enum: ['x'] } }),
    ],
    [
      "In context=('properties', 'a'), 'default' is not permitted.",
      closed({ a: { type: 'string', default: 'x' } }),
    ],
    [
      "In context=('properties', 'a'), 'oneOf' is not permitted.",
      closed({ a: { oneOf: [{ type: 'string' }] } }),
    ],
    [
      "In context=('properties', 'a'), 'uri' is not a valid format.",
      closed({ a: { type: 'string', format: 'uri' } }),
    ],
    [
      "In context=('properties', 'a'), array schema missing items.",
      closed({ a: { type: 'array' } }),
    ],
    [
      "In context=('properties', 'a'), reference can only point to definitions defined at the top level of the schema.",
      closed({ a: { $ref: '#/properties/b' }, b: { type: 'string' } }),
    ],
    [
      "context=('properties', 'a'), $ref cannot have keywords {'description'}.",
      closed({ a: { $ref: '#/$defs/b', description: 'x' } }, { $defs: { b: { type: 'string' } } }),
    ],
    [
      "In context=('$defs', 'b'), 'not' is not permitted.",
      closed({}, { $defs: { b: { type: 'string', not: {} } } }),
    ],
    ['11 levels of nesting exceeds limit of 10.', nested(11)],
    [
      '5001 parameters exceeds limit of 5000.',
      closed(
        Object.fromEntries(Array.from({ length: 5_001 }, (_, i) => [`p${i}`, { type: 'null' }])),
      ),
    ],
    [
      '1001 enum values exceeds limit of 1000.',
      closed({ a: { type: 'string', enum: Array.from({ length: 1_001 }, (_, i) => `v${i}`) } }),
    ],
  ])('is refused: %s', (message, schema) => {
    expect(faultOf(schema, true)).toBe(message);
  });

  it('of ten levels is taken', () => {
    expect(faultOf(nested(10), true)).toBeUndefined();
  });
});

describe('any schema', () => {
  it.each<[string, unknown]>([
    [
      "In context=('properties', 'a'), 'uniqueItems' is not permitted.",
      open({ a: { type: 'array', items: {}, uniqueItems: true } }),
    ],
    ["In context=('properties', 'a'), 'allOf' is not permitted.", open({ a: { allOf: [{}, {}] } })],
    [
      "In context=('properties', 'a'), 'oneOf' is not permitted.",
      open({ a: { oneOf: [{ type: 'string' }, { type: 'string' }] } }),
    ],
    [
      "In context=('properties', 'a'), no value can satisfy all of its constraints.",
      open({ a: { type: 'integer', minimum: 2, maximum: 1 } }),
    ],
    [
      "In context=('properties', 'a'), no value can satisfy all of its constraints.",
      open({ a: { type: 'string', enum: [1] } }),
    ],
    [
      "In context=('properties', 'a'), 'pattern' \"(a)\\\\1\" is not supported with this model.",
      open({ a: { type: 'string', pattern: '(a)\\1' } }),
    ],
    [
      "In context=('properties', 'a'), \"text\" is not valid under any of the given schemas.",
      open({ a: { type: 'text' } }),
    ],
    ["In context=('properties', 'a'), 5 is not of type 'object', 'boolean'.", open({ a: 5 })],
    [
      "In context=(), required property 'b' is not permitted by the schema.",
      { ...open({}), required: ['b'], additionalProperties: false },
    ],
    [
      'schema refers to itself without an end: no value can satisfy it.',
      { ...open({ a: { $ref: '#' } }), required: ['a'] },
    ],
    ['schema refers to itself without an end: no value can satisfy it.', { $ref: '#' }],
  ])('is refused: %s', (message, schema) => {
    expect(faultOf(schema, false)).toBe(message);
  });

  it.each<[string, unknown]>([
    [
      'a default, examples and words of other vocabularies',
      open({ a: { type: 'string', default: 'x', examples: ['y'], 'x-order': 1 } }),
    ],
    ['a format it does not know', open({ a: { type: 'string', format: 'phone' } })],
    [
      'branches that exclude each other by type',
      open({ a: { oneOf: [{ type: 'string' }, { type: 'integer' }] } }),
    ],
    [
      'branches that exclude each other by a tag',
      open({ a: { oneOf: [closed({ kind: { const: 'a' } }), closed({ kind: { const: 'b' } })] } }),
    ],
    [
      'a reference to any place in it',
      open({ a: { type: 'string' }, b: { $ref: '#/properties/a', description: 'same' } }),
    ],
  ])('that is not strict may have %s', (_, schema) => {
    expect(faultOf(schema, false)).toBeUndefined();
  });
});

describe('a hostile schema', () => {
  const doubling = (count: number) => ({
    ...open({ a: { $ref: '#/$defs/d0' } }),
    required: ['a'],
    $defs: Object.fromEntries(
      Array.from({ length: count }, (_, index) => {
        const next = index === count - 1 ? { type: 'null' } : { $ref: `#/$defs/d${index + 1}` };
        return [`d${index}`, { ...open({ x: next, y: next }), required: ['x', 'y'] }];
      }),
    ),
  });
  const chain = (count: number) => ({
    $ref: '#/$defs/d0',
    $defs: Object.fromEntries(
      Array.from({ length: count }, (_, index) => [`d${index}`, { $ref: `#/$defs/d${index + 1}` }]),
    ),
  });
  let deep: object = { type: 'string' };
  for (let level = 0; level < 20_000; level++) deep = { type: 'array', items: deep };

  it.each<[string, unknown, RegExp]>([
    [
      'that doubles with each definition',
      doubling(40),
      /^the smallest value that satisfies the schema has/,
    ],
    [
      'that refers on 10,000 times',
      chain(10_000),
      /^In context=\('\$defs', 'd9999'\), reference can only/,
    ],
    ['of 20,000 levels', deep, /^schema is too large: at most 100 levels/],
    [
      'that wants a billion items',
      {
        ...open({ a: { type: 'array', items: { type: 'null' }, minItems: 1e9 } }),
        required: ['a'],
      },
      /parts, which exceeds limit of 10000/,
    ],
    [
      'that wants a text of a billion characters',
      open({ a: { type: 'string', minLength: 1e9 } }),
      /'minLength' 1000000000 exceeds/,
    ],
  ])('%s is refused at once', (_, schema, message) => {
    const started = performance.now();
    const fault = faultOf(schema, false);
    expect(performance.now() - started).toBeLessThan(20_000);
    expect(fault).toMatch(message);
  });
});
