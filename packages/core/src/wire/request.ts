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

export type AudioFormat = 'wav' | 'aac' | 'mp3' | 'flac' | 'opus' | 'pcm16';

export type ServiceTier = 'auto' | 'default' | 'flex' | 'scale' | 'priority' | 'fast';

/**
 * The body of `POST /chat/completions`, in its wire names.
 *
 * Fields that are not listed pass through: spread them in, and they reach the provider untouched.
 */
export interface ChatRequest {
  model: string;
  messages: ChatMessage[];
  /**
   * How much chance is in the choice of words, 0 to 2. 0 for code and extraction, where one answer is right; 0.3 to 0.5 for
   * tutoring; 1 for brainstorming; above 1.5 is rarely useful: the text falls apart.
   *
   * Models that reason take none, or 1 only: they answer anything else with a 400 (`unsupported_value`), or
   * ignore it; say `reasoning_effort` to them. 0 is not the same answer each time. Anthropic takes 0 to 1, and not together
   * with `top_p`. Change this or `top_p`.
   */
  temperature?: number | null;
  /** Only the likeliest words, until their probabilities add up to this; 0.1 is the top tenth. Change this or `temperature`. */
  top_p?: number | null;
  /** How many answers (choices) to generate, up to 128; each is billed. */
  n?: number | null;
  /** The output ceiling in tokens for each choice, reasoning included. */
  max_completion_tokens?: number | null;
  /** Deprecated by OpenAI in favour of `max_completion_tokens`; many compatible servers know only this one. */
  max_tokens?: number | null;
  /** Texts that end the answer, up to four; they are not in it. Models that reason may refuse it. */
  stop?: string | string[] | null;
  /** The same seed and request may give the same answer, as long as `system_fingerprint` stays. Deprecated by OpenAI. */
  seed?: number | null;
  /** -2 to 2: above 0, words that were often used become less likely. */
  frequency_penalty?: number | null;
  /** -2 to 2: above 0, words that were used at all become less likely. */
  presence_penalty?: number | null;
  /** By the number of a token in the model's own tokenizer: -100 bans it, 100 leaves nothing else. */
  logit_bias?: Record<string, number> | null;
  /** Whether the answer carries the log probability of each of its tokens. */
  logprobs?: boolean | null;
  /** How many likely tokens at each place, up to 20; needs `logprobs`. */
  top_logprobs?: number | null;
  /** What the model may call. `ChatClient` can run them: see its `tools`. */
  tools?: Tool[];
  /** Whether it may call a tool, must, or which one. Default `auto` where there are tools. */
  tool_choice?: ToolChoice;
  /** Whether it may call several in one reply. Default true. */
  parallel_tool_calls?: boolean;
  /** Text, any JSON, or JSON of a schema. `ChatClient` makes it of a `schema`, and checks the answer. */
  response_format?: ResponseFormat;
  /** How much a model that reasons may think, which is billed as output; which words a model takes differs. */
  reasoning_effort?: 'none' | 'minimal' | 'low' | 'medium' | 'high' | 'xhigh' | 'max' | null;
  /** How long answers are to be. Default `medium`. */
  verbosity?: 'low' | 'medium' | 'high' | null;
  /** What most of the answer will be, such as the file that is edited: faster; what is not used is billed as output. */
  prediction?: { type: 'content'; content: string | TextPart[] } | null;
  /** What comes back. With `audio`, say how in `audio`. */
  modalities?: ('text' | 'audio')[] | null;
  /** The voice and the format of a spoken answer. */
  audio?: { format: AudioFormat; voice: string | { id: string } } | null;
  /** Has the model search the web; what that costs is not in the usage. */
  web_search_options?: {
    search_context_size?: 'low' | 'medium' | 'high';
    user_location?: {
      type: 'approximate';
      approximate: { city?: string; country?: string; region?: string; timezone?: string };
    } | null;
  };
  /** Moderates prompt and answer with this model; `block` refuses, `score` only reports. */
  moderation?: {
    model: string;
    policy?: {
      input?: { mode: 'score' | 'block' } | null;
      output?: { mode: 'score' | 'block' } | null;
    } | null;
  } | null;
  /** A wish: the reply says which tier served it, and that one is billed. */
  service_tier?: ServiceTier | null;
  /** Calls with the same key find each other's cached prompts sooner. */
  prompt_cache_key?: string | null;
  /** `explicit` caches only up to the breakpoints in the messages; `ttl` is how long at least. */
  prompt_cache_options?: { mode?: 'implicit' | 'explicit'; ttl?: '30m' };
  /** How long a prompt stays cached at most. Deprecated by OpenAI in favour of `prompt_cache_options`. */
  prompt_cache_retention?: 'in_memory' | '24h' | null;
  /** A stable id of your user, hashed, for the provider to tell abuse by. */
  safety_identifier?: string | null;
  /** Up to 16 labels that the provider keeps with a stored reply. Labels of receipts are `tags`. */
  metadata?: Record<string, string> | null;
  /** Whether the provider keeps the reply, for its own tools. */
  store?: boolean | null;
  /** Deprecated by OpenAI in favour of `tools`. */
  functions?: { name: string; description?: string; parameters?: Record<string, unknown> }[];
  /** Deprecated by OpenAI in favour of `tool_choice`. */
  function_call?: 'none' | 'auto' | { name: string };
  /** Deprecated by OpenAI in favour of `safety_identifier` and `prompt_cache_key`. */
  user?: string;
  /** Requests go out streaming unless this is `false`: then one JSON reply comes back. */
  stream?: boolean | null;
  stream_options?: { include_usage?: boolean; include_obfuscation?: boolean } | null;
}
