import * as z from 'zod/mini';
import { listOf } from './list-of.js';
import { assistantContent, text, textContent, userContent } from './part-schema.js';

const name = z.optional(z.string().check(z.maxLength(64), z.regex(/^[^\s<|\\/>]+$/)));

const functionName = z.string().check(z.minLength(1), z.maxLength(64), z.regex(/^[a-zA-Z0-9_-]+$/));

const callId = z.string().check(z.maxLength(40));

const functionCall = () => z.strictObject({ name: functionName, arguments: text });

const toolCall = () =>
  z.discriminatedUnion('type', [
    z.strictObject({ id: callId, type: z.literal('function'), function: functionCall() }),
    z.strictObject({
      id: callId,
      type: z.literal('custom'),
      custom: z.strictObject({ name: functionName, input: text }),
    }),
  ]);

/** One message, by role, with the parts that role may have. */
export const message = z.discriminatedUnion('role', [
  z.strictObject({ role: z.literal('system'), content: textContent, name }),
  z.strictObject({
    role: z.literal('assistant'),
    content: z.nullish(assistantContent),
    name,
    refusal: z.nullish(text),
    audio: z.nullish(z.lazy(() => z.strictObject({ id: z.string() }))),
    tool_calls: z.optional(z.lazy(() => listOf(toolCall(), { min: 1, max: 128 }))),
    function_call: z.nullish(z.lazy(functionCall)),
  }),
  z.strictObject({ role: z.literal('user'), content: userContent, name }),
  z.strictObject({ role: z.literal('function'), content: z.nullable(text), name: functionName }),
  z.strictObject({ role: z.literal('tool'), content: textContent, tool_call_id: callId }),
  z.strictObject({ role: z.literal('developer'), content: textContent, name }),
]);
