import type { TypedSchema, Validation } from './typed-schema.js';

/** The value as the schema makes it, or what is wrong with it. What the schema itself throws is its caller's to see. */
export async function validate<Output>(
  schema: TypedSchema<Output>,
  value: unknown,
): Promise<Validation<Output>> {
  return schema['~standard'].validate(value);
}
