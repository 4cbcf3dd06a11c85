import { ChatError } from '@farebox/core';
import type { JsonSchema, TypedSchema } from './typed-schema.js';

/**
 * The JSON Schema of what a schema accepts, before its defaults and conversions.
 *
 * @throws {ChatError} `configuration` for what is no Standard Schema, carries no JSON Schema, or has parts that
 * cannot be said in one (a `Date`, a function).
 * @param subject what the message calls it.
 */
export function jsonSchemaOf(schema: TypedSchema<unknown>, subject = 'schema'): JsonSchema {
  const standard = standardOf(schema, subject);
  if (typeof standard.jsonSchema?.input !== 'function') throw carriesNone(subject, standard.vendor);
  let refusal: unknown;
  // Draft 2020-12 is what providers take; draft 07 is the other one that libraries are asked to have.
  for (const target of ['draft-2020-12', 'draft-07'] as const) {
    try {
      const { $schema: _, ...json } = standard.jsonSchema.input({ target });
      return json;
    } catch (error) {
      refusal ??= error;
    }
  }
  throw new ChatError({
    kind: 'configuration',
    message: `${subject} has a part that cannot be said in JSON Schema.`,
    fix: 'Describe what the JSON has (a date is a string) and convert it afterwards, such as with a transform of the schema; the cause names the part.',
    cause: refusal,
  });
}

/** What may be given in place of a schema by a program without types. */
type Unchecked = { readonly [Key in keyof Standard]?: Standard[Key] | undefined };
type Standard = TypedSchema<unknown>['~standard'];

function standardOf(schema: Partial<TypedSchema<unknown>>, subject: string): Unchecked {
  const standard: Unchecked | undefined = schema?.['~standard'];
  if (typeof standard?.validate === 'function') return standard;
  throw new ChatError({
    kind: 'configuration',
    message: `${subject} is no Standard Schema.`,
    fix: 'Give a schema of a library that follows standardschema.dev, such as zod: z.object({ … }).',
  });
}

function carriesNone(subject: string, vendor: string | undefined): ChatError {
  const isZod = vendor === 'zod';
  return new ChatError({
    kind: 'configuration',
    message: `${subject} carries no JSON Schema, which the model has to be given (its library: ${vendor ?? 'unnamed'}).`,
    fix: isZod
      ? "Wrap it: import { fromZod } from '@farebox/chat/zod', then fromZod(schema); zod from 4.2 on carries its own."
      : "Use your library's converter to Standard JSON Schema; for zod that is fromZod(schema) of @farebox/chat/zod.",
  });
}
