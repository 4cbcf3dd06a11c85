import type { ChatMessage, TextPart } from './message.js';

export interface FunctionTool {
  type: 'function';
  function: {
    name: string;
    description?: string;
    parameters?: Record<string, unknown>;
    strict?: boolean | null;
  };
}

export interface CustomTool {
  type: 'custom';
  custom: {
    name: string;
    description?: string;
    format?:
      | { type: 'text' }
      | { type: 'grammar'; grammar: { definition: string; syntax: 'lark' | 'regex' } };
  };
}

export type Tool = FunctionTool | CustomTool;

export type ToolChoice =
  | 'none'
  | 'auto'
  | 'required'
  | { type: 'function'; function: { name: string } }
  | { type: 'custom'; custom: { name: string } }
  | {
      type: 'allowed_tools';
      allowed_tools: { mode: 'auto' | 'required'; tools: Record<string, unknown>[] };
    };

export type ResponseFormat =
  | { type: 'text' }
  | { type: 'json_object' }
  | {
      type: 'json_schema';
      json_schema: {
        name: string;
        description?: string;
        schema?: Record<string, unknown>;
        strict?: boolean | null;
      };
    };

export type ServiceTier = 'auto' | 'default' | 'flex' | 'scale' | 'priority' | 'fast';

/**
 * The body of `POST /chat/completions`, in its wire names.
 *
 * Fields that are not listed pass through: spread them in, and they reach the provider untouched.
 */
export interface ChatRequest {
  model: string;
  messages: ChatMessage[];
  /** 0 repeats itself, 1 varies, above 1.5 rambles. */
  temperature?: number | null;
  top_p?: number | null;
  /** How many answers (choices) to generate, up to 128; each is billed. */
  n?: number | null;
  /** The output ceiling in tokens for each choice, reasoning included. */
  max_completion_tokens?: number | null;
  /** Deprecated by OpenAI in favour of `max_completion_tokens`; many compatible servers know only this one. */
  max_tokens?: number | null;
  stop?: string | string[] | null;
  seed?: number | null;
  frequency_penalty?: number | null;
  presence_penalty?: number | null;
  logit_bias?: Record<string, number> | null;
  logprobs?: boolean | null;
  top_logprobs?: number | null;
  tools?: Tool[];
  tool_choice?: ToolChoice;
  parallel_tool_calls?: boolean;
  response_format?: ResponseFormat;
  reasoning_effort?: 'none' | 'minimal' | 'low' | 'medium' | 'high' | 'xhigh' | 'max' | null;
  verbosity?: 'low' | 'medium' | 'high' | null;
  prediction?: { type: 'content'; content: string | TextPart[] } | null;
  modalities?: ('text' | 'audio')[] | null;
  service_tier?: ServiceTier | null;
  prompt_cache_key?: string | null;
  prompt_cache_options?: { mode?: 'implicit' | 'explicit'; ttl?: '30m' };
  safety_identifier?: string | null;
  metadata?: Record<string, string> | null;
  store?: boolean | null;
  /** Deprecated by OpenAI in favour of `safety_identifier` and `prompt_cache_key`. */
  user?: string;
  /** Requests go out streaming unless this is `false`: then one JSON reply comes back. */
  stream?: boolean | null;
  stream_options?: { include_usage?: boolean; include_obfuscation?: boolean } | null;
}
