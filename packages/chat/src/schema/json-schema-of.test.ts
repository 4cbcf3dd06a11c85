import type { StandardJSONSchemaV1, StandardSchemaV1 } from '@standard-schema/spec';
import { describe, expect, expectTypeOf, it } from 'vitest';
import * as z from 'zod';
import * as mini from 'zod/mini';
import { fromZod } from '../zod.js';
import { jsonSchemaOf } from './json-schema-of.js';
import type { TypedSchema } from './typed-schema.js';
import { validate } from './validate.js';

type Standard<Output> = StandardSchemaV1<unknown, Output> & StandardJSONSchemaV1<unknown, Output>;

/** A schema of no library, which is refused for a target as its standard says. */
function handmade(input: (options: { target: string }) => Record<string, unknown>) {
  return {
    '~standard': {
      version: 1,
      vendor: 'handmade',
      validate: (value: unknown) => ({ value: value as string }),
      jsonSchema: { input, output: input },
    },
  } as const satisfies Standard<string>;
}

describe('the JSON Schema of a schema', () => {
  it('zod has its own: what it accepts, before defaults and conversions', () => {
    const schema = z.object({
      name: z.string(),
      size: z.number().default(1),
      day: z.iso.date().transform((day) => new Date(day)),
    });
    const { properties, required } = jsonSchemaOf(schema);
    expect(properties).toMatchObject({ size: { type: 'number' }, day: { type: 'string' } });
    expect(required).toEqual(['name', 'day']);
  });

  it('zod/mini has it through fromZod, and validates as before', async () => {
    const schema = fromZod(mini.object({ city: mini.string() }));
    expectTypeOf(schema).toEqualTypeOf<TypedSchema<{ city: string }, { city: string }>>();
    expect(jsonSchemaOf(schema)).toMatchObject({
      type: 'object',
      properties: { city: { type: 'string' } },
      required: ['city'],
    });
    expect(await validate(schema, { city: 'Oslo' })).toEqual({ value: { city: 'Oslo' } });
    const { issues } = await validate(schema, { city: 1 });
    expect(issues).toMatchObject([{ path: ['city'] }]);
  });

  it('a library that knows draft 07 alone is asked for that', () => {
    const schema = handmade(({ target }) => {
      if (target !== 'draft-07') throw new Error('unknown target');
      return { $schema: 'http://json-schema.org/draft-07/schema#', type: 'string' };
    });
    expect(jsonSchemaOf(schema)).toEqual({ type: 'string' });
  });

  it('whatever follows the standard fits, with its own type of output', () => {
    expectTypeOf<Standard<{ a: number }>>().toExtend<TypedSchema<{ a: number }>>();
    expectTypeOf<Standard<{ a: number }>>().not.toExtend<TypedSchema<{ a: string }>>();
    expectTypeOf<z.ZodString>().toExtend<TypedSchema<string>>();
    expectTypeOf<mini.ZodMiniString>().not.toExtend<TypedSchema<string>>();
  });

  it.each([
    ['zod/mini', mini.string(), 'carries no JSON Schema', "from '@farebox/chat/zod'"],
    ['one of another library', without(), 'its library: handmade', "your library's converter"],
    ['a JSON Schema', { type: 'string' }, 'no Standard Schema', 'z.object('],
    ['null', null, 'no Standard Schema', 'z.object('],
    ['a date', z.date(), 'cannot be said in JSON Schema', 'a date is a string'],
  ])('%s is refused, and the fix names what to write', (_name, schema, message, fix) => {
    expect(() => jsonSchemaOf(schema as never)).toThrow(
      expect.objectContaining({
        kind: 'configuration',
        message: expect.stringContaining(message),
        fix: expect.stringContaining(fix),
      }),
    );
  });
});

function without(): StandardSchemaV1 {
  return { '~standard': { version: 1, vendor: 'handmade', validate: (value) => ({ value }) } };
}
