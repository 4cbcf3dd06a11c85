import type { ChatRequest } from '@farebox/core';

/** A request with what the simulator knows beyond core's wire types. */
export interface FullRequest extends ChatRequest {
  /** Deprecated by OpenAI in favour of `prompt_cache_options`. */
  prompt_cache_retention?: 'in_memory' | '24h' | null;
  stream_options?:
    | (NonNullable<ChatRequest['stream_options']> & {
        /** vLLM's: usage so far in every chunk. */
        continuous_usage_stats?: boolean;
      })
    | null;
}
