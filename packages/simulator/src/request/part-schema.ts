import * as z from 'zod/mini';
import { listOf } from './list-of.js';
import { maximumCharacters } from './size-limits.js';

/** What a message may say. */
export const text = z.string().check(z.maxLength(maximumCharacters));

const cacheBreakpoint = () =>
  z.optional(
    z.strictObject({ mode: z.enum(['explicit']), ttl: z.optional(z.enum(['30m', '12h'])) }),
  );

const textPart = () =>
  z.strictObject({
    type: z.literal('text'),
    text,
    prompt_cache_breakpoint: cacheBreakpoint(),
  });

const refusalPart = () => z.strictObject({ type: z.literal('refusal'), refusal: text });

const imagePart = () =>
  z.strictObject({
    type: z.literal('image_url'),
    image_url: z.strictObject({
      url: z.string(),
      detail: z.optional(z.enum(['auto', 'low', 'high', 'original'])),
    }),
    prompt_cache_breakpoint: cacheBreakpoint(),
  });

const audioPart = () =>
  z.strictObject({
    type: z.literal('input_audio'),
    input_audio: z.strictObject({ data: z.string(), format: z.enum(['wav', 'mp3']) }),
    prompt_cache_breakpoint: cacheBreakpoint(),
  });

const filePart = () =>
  z.strictObject({
    type: z.literal('file'),
    file: z.strictObject({
      file_data: z.optional(z.string()),
      file_id: z.optional(z.string()),
      filename: z.optional(z.string()),
    }),
    prompt_cache_breakpoint: cacheBreakpoint(),
  });

/** Text, whole or in parts. */
export const textContent = z.union([
  text,
  z.lazy(() => listOf(z.discriminatedUnion('type', [textPart()]), { min: 1 })),
]);

/** What a user may send. */
export const userContent = z.union([
  text,
  z.lazy(() =>
    listOf(z.discriminatedUnion('type', [textPart(), imagePart(), audioPart(), filePart()]), {
      min: 1,
    }),
  ),
]);

/** What a model said. */
export const assistantContent = z.union([
  text,
  z.lazy(() => listOf(z.discriminatedUnion('type', [textPart(), refusalPart()]), { min: 1 })),
]);
