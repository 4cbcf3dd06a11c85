import type { ChatRequest } from '@farebox/core';

const noFunctions = 'The command runs no functions; @farebox/chat does.';

/** What the command says itself: the flag to use, or why there is none. */
export const ownParameters = {
  model: 'Use --model.',
  messages: 'The question, --system and --file make them.',
  temperature: 'Use --temperature.',
  max_tokens: 'Use --max-tokens.',
  max_completion_tokens: 'Use --max-tokens.',
  stream: 'Use --no-stream.',
  stream_options: 'The command asks for the usage itself.',
  response_format: 'Use --schema.',
  n: 'One answer is printed; ask again for another.',
  tools: noFunctions,
  tool_choice: noFunctions,
  parallel_tool_calls: noFunctions,
  functions: noFunctions,
  function_call: noFunctions,
} satisfies { readonly [Name in keyof ChatRequest]?: string };

const yesOrNo = ['true', 'false'] as const;

type OtherParameter = Exclude<keyof ChatRequest, keyof typeof ownParameters>;

/** What is written for the words that a parameter takes, and for yes and no. */
type WordsOf<Name extends OtherParameter> = `${Extract<ChatRequest[Name], string | boolean>}`;

/** The parameters that no flag stands for, each with the words that it takes where it takes one of a few. */
export const otherParameters: {
  readonly [Name in OtherParameter]: readonly WordsOf<Name>[];
} = {
  top_p: [],
  stop: [],
  seed: [],
  frequency_penalty: [],
  presence_penalty: [],
  logit_bias: [],
  logprobs: yesOrNo,
  top_logprobs: [],
  reasoning_effort: ['none', 'minimal', 'low', 'medium', 'high', 'xhigh', 'max'],
  verbosity: ['low', 'medium', 'high'],
  prediction: [],
  modalities: [],
  audio: [],
  web_search_options: [],
  moderation: [],
  service_tier: ['auto', 'default', 'fast', 'flex', 'priority', 'scale'],
  prompt_cache_key: [],
  prompt_cache_options: [],
  prompt_cache_retention: ['in_memory', '24h'],
  safety_identifier: [],
  metadata: [],
  store: yesOrNo,
  user: [],
};
