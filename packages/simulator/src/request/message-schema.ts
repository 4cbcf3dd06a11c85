import * as z from 'zod';
import { listOf } from './list-of.js';
import { assistantContent, text, textContent, userContent } from './part-schema.js';

const name = z
  .string()
  .max(64)
  .regex(/^[^\s<|\\/>]+$/)
  .optional();

const functionName = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[a-zA-Z0-9_-]+$/);

const callId = z.string().max(40);

const functionCall = z.strictObject({ name: functionName, arguments: text });

const toolCall = z.discriminatedUnion('type', [
  z.strictObject({ id: callId, type: z.literal('function'), function: functionCall }),
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
    content: assistantContent.nullish(),
    name,
    refusal: text.nullish(),
    audio: z.strictObject({ id: z.string() }).nullish(),
    tool_calls: listOf(toolCall, { min: 1, max: 128 }).optional(),
    function_call: functionCall.nullish(),
  }),
  z.strictObject({ role: z.literal('user'), content: userContent, name }),
  z.strictObject({ role: z.literal('function'), content: text.nullable(), name: functionName }),
  z.strictObject({ role: z.literal('tool'), content: textContent, tool_call_id: callId }),
  z.strictObject({ role: z.literal('developer'), content: textContent, name }),
]);
