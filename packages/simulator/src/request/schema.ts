import * as z from 'zod';
import { listOf, mapOf } from './list-of.js';
import { message } from './message-schema.js';
import { textContent } from './part-schema.js';
import { responseFormat, tool, toolChoice } from './tool-schema.js';

const penalty = z.number().min(-2).max(2).nullish();
const moderates = z.strictObject({ mode: z.enum(['score', 'block']) }).nullish();

/**
 * The body of `POST /chat/completions`: every parameter that the official SDK knows, and no other.
 *
 * The order is the one in which OpenAI checks them, as far as others have measured it.
 */
export const chatRequest = z.strictObject({
  model: z.string().min(1),
  messages: listOf(message, { min: 1, max: 2048 }),
  functions: listOf(
    z.strictObject({
      name: z
        .string()
        .min(1)
        .max(64)
        .regex(/^[a-zA-Z0-9_-]+$/),
      description: z.string().optional(),
      parameters: z.record(z.string(), z.unknown()).optional(),
    }),
    { min: 1, max: 128 },
  ).optional(),
  function_call: z
    .union([z.enum(['none', 'auto']), z.strictObject({ name: z.string() })])
    .optional(),
  tools: listOf(tool, { min: 1, max: 128 }).optional(),
  tool_choice: toolChoice.optional(),
  parallel_tool_calls: z.boolean().optional(),
  max_completion_tokens: z.int().min(1).nullish(),
  n: z.int().min(1).max(128).nullish(),
  temperature: z.number().min(0).max(2).nullish(),
  top_p: z.number().min(0).max(1).nullish(),
  presence_penalty: penalty,
  frequency_penalty: penalty,
  logprobs: z.boolean().nullish(),
  top_logprobs: z.int().min(0).max(20).nullish(),
  user: z.string().optional(),
  seed: z.int().nullish(),
  moderation: z
    .strictObject({
      model: z.string(),
      policy: z.strictObject({ input: moderates, output: moderates }).nullish(),
    })
    .nullish(),
  safety_identifier: z.string().max(128).nullish(),
  prompt_cache_options: z
    .strictObject({
      mode: z.enum(['implicit', 'explicit']).optional(),
      ttl: z.enum(['30m']).optional(),
    })
    .optional(),
  prompt_cache_key: z.string().max(64).nullish(),
  prompt_cache_retention: z.enum(['in_memory', '24h']).nullish(),
  response_format: responseFormat.optional(),
  service_tier: z.enum(['auto', 'default', 'fast', 'flex', 'priority', 'scale']).nullish(),
  max_tokens: z.int().min(1).nullish(),
  reasoning_effort: z.enum(['none', 'minimal', 'low', 'medium', 'high', 'xhigh', 'max']).nullish(),
  logit_bias: mapOf(z.number().min(-100).max(100), { maxNames: 1024 }).nullish(),
  stop: z.union([z.string(), listOf(z.string(), { max: 4 })]).nullish(),
  stream: z.boolean().nullish(),
  stream_options: z
    .strictObject({
      include_usage: z.boolean().optional(),
      include_obfuscation: z.boolean().optional(),
      // Not OpenAI's but vLLM's, which many servers took over: usage in every chunk.
      continuous_usage_stats: z.boolean().optional(),
    })
    .nullish(),
  store: z.boolean().nullish(),
  metadata: mapOf(z.string().max(512), { maxNames: 16, maxNameLength: 64 }).nullish(),
  prediction: z.strictObject({ type: z.literal('content'), content: textContent }).nullish(),
  verbosity: z.enum(['low', 'medium', 'high']).nullish(),
  audio: z
    .strictObject({
      format: z.enum(['wav', 'aac', 'mp3', 'flac', 'opus', 'pcm16']),
      voice: z.union([z.string(), z.strictObject({ id: z.string() })]),
    })
    .nullish(),
  modalities: listOf(z.enum(['text', 'audio'])).nullish(),
  web_search_options: z
    .strictObject({
      search_context_size: z.enum(['low', 'medium', 'high']).optional(),
      user_location: z
        .strictObject({
          type: z.literal('approximate'),
          approximate: z.strictObject({
            city: z.string().optional(),
            country: z.string().optional(),
            region: z.string().optional(),
            timezone: z.string().optional(),
          }),
        })
        .nullish(),
    })
    .optional(),
});
