import type { ChatRequest } from '@farebox/core';
import { textOf } from '../conversation.js';
import { type CompiledSchema, compileSchema } from './compile-schema.js';
import { schemaInText } from './find-schema.js';

/**
 * The schema an answer in JSON keeps: the one of the request, or the one its messages describe.
 *
 * System and developer messages are read before the last message of the user.
 */
export function schemaOf({ messages, response_format: format }: ChatRequest): CompiledSchema {
  if (format?.type === 'json_schema') {
    return compileSchema(format.json_schema.schema, format.json_schema.strict === true);
  }
  const told = messages.filter(({ role }) => role === 'system' || role === 'developer');
  const asked = messages.findLast(({ role }) => role === 'user');
  return schemaInText([...told, ...(asked === undefined ? [] : [asked])].map(textOf).join('\n'));
}
