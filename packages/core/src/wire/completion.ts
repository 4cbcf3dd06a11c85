import type { ToolCall } from './message.js';
import type { ServiceTier } from './request.js';

/** Tokens as the provider counted them. The details overlap: text/audio/image partition the prompt, cached ones cut across it. */
export interface CompletionUsage {
  prompt_tokens: number;
  completion_tokens: number;
  total_tokens: number;
  prompt_tokens_details?: {
    cached_tokens?: number;
    cache_write_tokens?: number;
    audio_tokens?: number;
    image_tokens?: number;
    text_tokens?: number;
  };
  completion_tokens_details?: {
    reasoning_tokens?: number;
    audio_tokens?: number;
    text_tokens?: number;
    accepted_prediction_tokens?: number;
    rejected_prediction_tokens?: number;
  };
}

/** Why the model stopped. `length` means the answer is cut off at the output ceiling. */
export type FinishReason = 'stop' | 'length' | 'tool_calls' | 'content_filter' | 'function_call';

export interface TokenLogprob {
  token: string;
  bytes: number[] | null;
  logprob: number;
  top_logprobs: { token: string; bytes: number[] | null; logprob: number }[];
}

export interface Logprobs {
  content: TokenLogprob[] | null;
  refusal: TokenLogprob[] | null;
}

export interface ToolCallDelta {
  index: number;
  id?: string;
  type?: 'function' | 'custom';
  function?: { name?: string; arguments?: string };
  custom?: { name?: string; input?: string };
}

export interface ChunkDelta {
  role?: 'developer' | 'system' | 'user' | 'assistant' | 'tool';
  content?: string | null;
  refusal?: string | null;
  /** Reasoning text, as DeepSeek, vLLM and others send it. */
  reasoning_content?: string | null;
  /** Reasoning text, as OpenRouter and Groq send it. */
  reasoning?: string | null;
  tool_calls?: ToolCallDelta[];
  /** Deprecated by OpenAI in favour of `tool_calls`. */
  function_call?: { name?: string; arguments?: string };
  audio?: { id?: string; data?: string; transcript?: string; expires_at?: number };
}

export interface ChunkChoice {
  index: number;
  delta: ChunkDelta;
  finish_reason: FinishReason | null;
  logprobs?: Logprobs | null;
}

/** One event of a streamed reply. The usage chunk has no choices. */
export interface ChatCompletionChunk {
  id: string;
  object: 'chat.completion.chunk';
  created: number;
  model: string;
  choices: ChunkChoice[];
  usage?: CompletionUsage | null;
  service_tier?: ServiceTier | null;
  system_fingerprint?: string;
}

export interface ChatCompletionMessage {
  role: 'assistant';
  content: string | null;
  refusal: string | null;
  reasoning_content?: string;
  reasoning?: string;
  tool_calls?: ToolCall[];
  function_call?: { name: string; arguments: string } | null;
  audio?: { id: string; data: string; transcript: string; expires_at: number } | null;
}

export interface CompletionChoice {
  index: number;
  message: ChatCompletionMessage;
  finish_reason: FinishReason;
  logprobs: Logprobs | null;
}

/** The whole reply. */
export interface ChatCompletion {
  id: string;
  object: 'chat.completion';
  /** Seconds since 1970. */
  created: number;
  /** The dated model that answered, which may differ from the one asked for. */
  model: string;
  choices: CompletionChoice[];
  usage?: CompletionUsage;
  /** The tier that was served, which may differ from the one asked for; it is the one to price. */
  service_tier?: ServiceTier | null;
  system_fingerprint?: string;
}

/** What had arrived when a reply ended early: choices may lack their finish. */
export interface PartialCompletion extends Omit<ChatCompletion, 'choices'> {
  choices: (Omit<CompletionChoice, 'finish_reason'> & { finish_reason: FinishReason | null })[];
}
