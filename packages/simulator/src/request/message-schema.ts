import { z } from 'zod';

const cacheBreakpoint = z
  .strictObject({ mode: z.enum(['explicit']), ttl: z.enum(['30m', '12h']).optional() })
  .optional();

const textPart = z.strictObject({
  type: z.literal('text'),
  text: z.string(),
  prompt_cache_breakpoint: cacheBreakpoint,
});

const refusalPart = z.strictObject({ type: z.literal('refusal'), refusal: z.string() });

const imagePart = z.strictObject({
  type: z.literal('image_url'),
  image_url: z.strictObject({
    url: z.string(),
    detail: z.enum(['auto', 'low', 'high', 'original']).optional(),
  }),
  prompt_cache_breakpoint: cacheBreakpoint,
});

const audioPart = z.strictObject({
  type: z.literal('input_audio'),
  input_audio: z.strictObject({ data: z.string(), format: z.enum(['wav', 'mp3']) }),
  prompt_cache_breakpoint: cacheBreakpoint,
});

const filePart = z.strictObject({
  type: z.literal('file'),
  file: z.strictObject({
    file_data: z.string().optional(),
    file_id: z.string().optional(),
    filename: z.string().optional(),
  }),
  prompt_cache_breakpoint: cacheBreakpoint,
});

const instructions = z.union([
  z.string(),
  z.array(z.discriminatedUnion('type', [textPart])).min(1),
]);
const question = z.union([
  z.string(),
  z.array(z.discriminatedUnion('type', [textPart, imagePart, audioPart, filePart])).min(1),
]);
const answer = z.union([
  z.string(),
  z.array(z.discriminatedUnion('type', [textPart, refusalPart])).min(1),
]);

const name = z
  .string()
  .max(64)
  .regex(/^[^\s<|\\/>]+$/)
  .optional();

const functionCall = z.strictObject({ name: z.string(), arguments: z.string() });

const toolCall = z.discriminatedUnion('type', [
  z.strictObject({ id: z.string(), type: z.literal('function'), function: functionCall }),
  z.strictObject({
    id: z.string(),
    type: z.literal('custom'),
    custom: z.strictObject({ name: z.string(), input: z.string() }),
  }),
]);

/** One message, by role, with the parts that role may have. */
export const message = z.discriminatedUnion('role', [
  z.strictObject({ role: z.literal('system'), content: instructions, name }),
  z.strictObject({
    role: z.literal('assistant'),
    content: answer.nullish(),
    name,
    refusal: z.string().nullish(),
    audio: z.strictObject({ id: z.string() }).nullish(),
    tool_calls: z.array(toolCall).min(1).max(128).optional(),
    function_call: functionCall.nullish(),
  }),
  z.strictObject({ role: z.literal('user'), content: question, name }),
  z.strictObject({ role: z.literal('function'), content: z.string().nullable(), name: z.string() }),
  z.strictObject({ role: z.literal('tool'), content: instructions, tool_call_id: z.string() }),
  z.strictObject({ role: z.literal('developer'), content: instructions, name }),
]);
