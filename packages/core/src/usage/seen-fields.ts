import type { ChatRequest } from '../wire/request.js';

const unseen: readonly string[] = [
  'model',
  'messages',
  'prediction',
  'temperature',
  'top_p',
  'n',
  'max_completion_tokens',
  'max_tokens',
  'stop',
  'seed',
  'frequency_penalty',
  'presence_penalty',
  'logit_bias',
  'logprobs',
  'top_logprobs',
  'parallel_tool_calls',
  'reasoning_effort',
  'verbosity',
  'modalities',
  'service_tier',
  'prompt_cache_key',
  'prompt_cache_options',
  'safety_identifier',
  'metadata',
  'store',
  'user',
  'stream',
  'stream_options',
] satisfies (keyof ChatRequest)[];

/** Whether a field beside the messages counts as input: all but those that the model never sees. */
export function isSeen(field: string): boolean {
  return !unseen.includes(field);
}
