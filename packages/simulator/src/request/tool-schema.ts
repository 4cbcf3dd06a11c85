import * as z from 'zod/mini';
import { listOf } from './list-of.js';

const name = z.string().check(z.maxLength(64), z.regex(/^[a-zA-Z0-9_-]+$/));
const jsonSchema = z.record(z.string(), z.unknown());

/** A tool the model could call. Made, like all that few requests have, with the first that has it. */
export const tool = z.lazy(() =>
  z.discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('function'),
      function: z.strictObject({
        name,
        description: z.optional(z.string()),
        parameters: z.optional(jsonSchema),
        strict: z.nullish(z.boolean()),
      }),
    }),
    z.strictObject({
      type: z.literal('custom'),
      custom: z.strictObject({
        name,
        description: z.optional(z.string()),
        format: z.optional(
          z.discriminatedUnion('type', [
            z.strictObject({ type: z.literal('text') }),
            z.strictObject({
              type: z.literal('grammar'),
              grammar: z.strictObject({
                definition: z.string(),
                syntax: z.enum(['lark', 'regex']),
              }),
            }),
          ]),
        ),
      }),
    }),
  ]),
);

const named = z.strictObject({ name: z.string() });

/** Whether, and which, tool must be called. */
export const toolChoice = z.lazy(() =>
  z.union([
    z.enum(['none', 'auto', 'required']),
    z.discriminatedUnion('type', [
      z.strictObject({ type: z.literal('function'), function: named }),
      z.strictObject({ type: z.literal('custom'), custom: named }),
      z.strictObject({
        type: z.literal('allowed_tools'),
        allowed_tools: z.strictObject({
          mode: z.enum(['auto', 'required']),
          tools: listOf(z.record(z.string(), z.unknown()), { max: 128 }),
        }),
      }),
    ]),
  ]),
);

/** The shape the answer must have. */
export const responseFormat = z.lazy(() =>
  z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('json_object') }),
    z.strictObject({
      type: z.literal('json_schema'),
      json_schema: z.strictObject({
        name,
        description: z.optional(z.string()),
        schema: z.optional(jsonSchema),
        strict: z.nullish(z.boolean()),
      }),
    }),
    z.strictObject({ type: z.literal('text') }),
  ]),
);
