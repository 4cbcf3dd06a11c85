import * as z from 'zod/mini';
import { listOf, mapOf } from './list-of.js';
import { message } from './message-schema.js';
import { textContent } from './part-schema.js';
import { maximumMessages } from './size-limits.js';
import { responseFormat, tool, toolChoice } from './tool-schema.js';

const penalty = z.nullish(z.number().check(z.gte(-2), z.lte(2)));
const moderates = () => z.nullish(z.strictObject({ mode: z.enum(['score', 'block']) }));

/**
 * The body of `POST /chat/completions`: every parameter that the official SDK knows, and no other.
 *
 * The order is the one in which OpenAI checks them, as far as others have measured it. What few requests have is
 * made when one has it: all of it at once is more than the rest of a first answer together.
 */
export const chatRequest = z.strictObject({
  model: z.string().check(z.minLength(1)),
  messages: listOf(message, { min: 1, max: maximumMessages }),
  functions: z.optional(
    z.lazy(() =>
      listOf(
        z.strictObject({
          name: z.string().check(z.minLength(1), z.maxLength(64), z.regex(/^[a-zA-Z0-9_-]+$/)),
          description: z.optional(z.string()),
          parameters: z.optional(z.record(z.string(), z.unknown())),
        }),
        { min: 1, max: 128 },
      ),
    ),
  ),
  function_call: z.optional(
    z.lazy(() => z.union([z.enum(['none', 'auto']), z.strictObject({ name: z.string() })])),
  ),
  tools: z.optional(listOf(tool, { min: 1, max: 128 })),
  tool_choice: z.optional(toolChoice),
  parallel_tool_calls: z.optional(z.boolean()),
  max_completion_tokens: z.nullish(z.int().check(z.gte(1))),
  n: z.nullish(z.int().check(z.gte(1), z.lte(128))),
  temperature: z.nullish(z.number().check(z.gte(0), z.lte(2))),
  top_p: z.nullish(z.number().check(z.gte(0), z.lte(1))),
  presence_penalty: penalty,
  frequency_penalty: penalty,
  logprobs: z.nullish(z.boolean()),
  top_logprobs: z.nullish(z.int().check(z.gte(0), z.lte(20))),
  user: z.optional(z.string()),
  seed: z.nullish(z.int()),
  moderation: z.nullish(
    z.lazy(() =>
      z.strictObject({
        model: z.string(),
        policy: z.nullish(z.strictObject({ input: moderates(), output: moderates() })),
      }),
    ),
  ),
  safety_identifier: z.nullish(z.string().check(z.maxLength(128))),
  prompt_cache_options: z.optional(
    z.lazy(() =>
      z.strictObject({
        mode: z.optional(z.enum(['implicit', 'explicit'])),
        ttl: z.optional(z.enum(['30m'])),
      }),
    ),
  ),
  prompt_cache_key: z.nullish(z.string().check(z.maxLength(64))),
  prompt_cache_retention: z.nullish(z.enum(['in_memory', '24h'])),
  response_format: z.optional(responseFormat),
  service_tier: z.nullish(z.enum(['auto', 'default', 'fast', 'flex', 'priority', 'scale'])),
  max_tokens: z.nullish(z.int().check(z.gte(1))),
  reasoning_effort: z.nullish(z.enum(['none', 'minimal', 'low', 'medium', 'high', 'xhigh', 'max'])),
  logit_bias: z.nullish(
    z.lazy(() => mapOf(z.number().check(z.gte(-100), z.lte(100)), { maxNames: 1024 })),
  ),
  stop: z.nullish(z.union([z.string(), listOf(z.string(), { max: 4 })])),
  stream: z.nullish(z.boolean()),
  stream_options: z.nullish(
    z.lazy(() =>
      z.strictObject({
        include_usage: z.optional(z.boolean()),
        include_obfuscation: z.optional(z.boolean()),
        // Not OpenAI's but vLLM's, which many servers took over: usage in every chunk.
        continuous_usage_stats: z.optional(z.boolean()),
      }),
    ),
  ),
  store: z.nullish(z.boolean()),
  metadata: z.nullish(
    z.lazy(() => mapOf(z.string().check(z.maxLength(512)), { maxNames: 16, maxNameLength: 64 })),
  ),
  prediction: z.nullish(
    z.lazy(() => z.strictObject({ type: z.literal('content'), content: textContent })),
  ),
  verbosity: z.nullish(z.enum(['low', 'medium', 'high'])),
  audio: z.nullish(
    z.lazy(() =>
      z.strictObject({
        format: z.enum(['wav', 'aac', 'mp3', 'flac', 'opus', 'pcm16']),
        voice: z.union([z.string(), z.strictObject({ id: z.string() })]),
      }),
    ),
  ),
  modalities: z.nullish(z.lazy(() => listOf(z.enum(['text', 'audio'])))),
  web_search_options: z.optional(
    z.lazy(() =>
      z.strictObject({
        search_context_size: z.optional(z.enum(['low', 'medium', 'high'])),
        user_location: z.nullish(
          z.strictObject({
            type: z.literal('approximate'),
            approximate: z.strictObject({
              city: z.optional(z.string()),
              country: z.optional(z.string()),
              region: z.optional(z.string()),
              timezone: z.optional(z.string()),
            }),
          }),
        ),
      }),
    ),
  ),
});
