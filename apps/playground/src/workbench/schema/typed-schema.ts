import type { TypedSchema } from '@farebox/chat';
import { checkValue } from './check-value.js';
import type { JsonObject } from './json-object.js';

/** A schema that `parseSchema` has read, as `ChatClient` takes one: sent as it was written, and checked here. */
export function typedSchema(schema: JsonObject): TypedSchema<unknown> {
  return {
    '~standard': {
      version: 1,
      vendor: 'json-schema',
      validate(value) {
        const issues = checkValue(schema, value);
        return issues.length === 0 ? { value } : { issues };
      },
      jsonSchema: { input: () => ({ ...schema }) },
    },
  };
}
