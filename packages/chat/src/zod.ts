import type * as core from 'zod/v4/core';
import { toJSONSchema } from 'zod/v4/core';
import type { TypedSchema } from './schema/typed-schema.js';

/**
 * A zod schema that carries its JSON Schema, where zod's own does not: zod before 4.2, and `zod/mini`.
 *
 * @example
 * import * as z from 'zod/mini';
 * const answer = await client.ask('Name a city', { schema: fromZod(z.object({ city: z.string() })) });
 */
export function fromZod<Schema extends core.$ZodType>(
  schema: Schema,
): TypedSchema<core.output<Schema>, core.input<Schema>> {
  const { vendor, validate } = schema['~standard'];
  return {
    '~standard': {
      version: 1,
      vendor,
      validate,
      jsonSchema: { input: ({ target }) => toJSONSchema(schema, { target, io: 'input' }) },
    },
  };
}
