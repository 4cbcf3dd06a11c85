import { ChatError, nearestNames, type ProviderProfile } from '@farebox/core';

/**
 * Providers and servers that are known to differ from OpenAI, each difference with its source.
 *
 * Read in November 2026. A source that names a version says nothing of later ones.
 */
export const profiles = {
  openai: {},

  mistral: {
    // 422 "Extra inputs are not permitted": avante.nvim#2347, openclaude#739, eca#315 (on GitHub).
    // Usage comes unasked, with the last chunk: Portkey-AI/gateway#1260.
    omits: ['stream_options', 'store'],
    outputCeiling: 'max_tokens',
    // Models that reason stream lists of thinking and text: BerriAI/litellm#16272, vercel/ai#8072.
    contentParts: true,
    // Mistral's OpenAPI document: `model_length` beside `length`.
    finishReasons: { model_length: 'length' },
    // The same: "prefix" of an assistant's message. The reply begins with it, streamed as its first piece and without the
    // blanks at its end: SillyTavern#2557, vercel/ai#3256 (on GitHub).
    continuation: { message: { prefix: true }, repeats: true },
  },

  gemini: {
    // Calls in parallel all have index 0 (hermes-agent#62940 on GitHub, with the endpoint's address), or none
    // (noho/dayu-agent#45 and #82, open-webui/computer#224).
    toolCallsBy: 'id',
    // "prompt_tokens":17,"completion_tokens":2,"total_tokens":49: mozilla-ai/any-llm#1290; google bills it as output.
    reasoningBeside: true,
    // "content_filter: PROHIBITED_CONTENT": HKUDS/Vibe-Trading#308, with Google's own names.
    finishReasons: {
      content_filter: 'content_filter',
      SAFETY: 'content_filter',
      RECITATION: 'content_filter',
      BLOCKLIST: 'content_filter',
      PROHIBITED_CONTENT: 'content_filter',
      SPII: 'content_filter',
    },
    // 400 "Unknown name": Routstr/routstr-core#505 for `store`; what else it does not know goes the same way.
    omits: ['store', 'stream_options.include_obfuscation'],
  },

  anthropic: {
    // platform.claude.com/docs/en/api/openai-sdk: `n` "must be exactly 1", one choice always.
    ignoresN: true,
    // The same has `stream_options`, and nothing of the padding that this switches off at OpenAI.
    omits: ['stream_options.include_obfuscation'],
    // The same: `response_format` is ignored.
    structuredOutput: 'none',
    // Its `stop_reason` of an answer that a classifier ended: platform.claude.com, handling stop reasons.
    finishReasons: { refusal: 'content_filter' },
  },

  xai: {
    // docs.x.ai, reasoning: counted "separately from completion_tokens, but in the total_tokens".
    reasoningBeside: true,
  },

  deepseek: {
    // api-docs.deepseek.com, create chat completion: only `max_tokens`; interrupted for want of resources.
    outputCeiling: 'max_tokens',
    // The same: `text` and `json_object`; 400 "This response_format type is unavailable now": llm-exe#662 on GitHub.
    structuredOutput: 'json_object',
    finishReasons: { insufficient_system_resource: 'error' },
  },

  /** With the base URL https://api.deepseek.com/beta. */
  'deepseek-beta': {
    outputCeiling: 'max_tokens',
    structuredOutput: 'json_object',
    finishReasons: { insufficient_system_resource: 'error' },
    // api-docs.deepseek.com, chat prefix completion (beta).
    continuation: { message: { prefix: true } },
  },

  together: {
    // openai/openai-dotnet#267, vibrantlabsai/ragas#1548.
    finishReasons: { eos: 'stop' },
  },

  /** Text Generation Inference before July 2024, and what was built on it. */
  tgi: {
    // Its grammars had a form of their own: `{ type: 'json', value }`, docs of 2.0.
    structuredOutput: 'none',
    // huggingface/text-generation-inference#2344.
    finishReasons: { eos_token: 'stop', stop_sequence: 'stop' },
  },

  ollama: {
    // docs.ollama.com/api/openai-compatibility: `max_tokens` is among the fields, `n` is not.
    outputCeiling: 'max_tokens',
    ignoresN: true,
  },

  lmstudio: {
    // lmstudio.ai/docs/developer/openai-compat/chat-completions: `max_tokens` is among the parameters, `n` is not.
    outputCeiling: 'max_tokens',
    ignoresN: true,
  },

  vllm: {
    // docs.vllm.ai, OpenAI-compatible server, extra parameters of the chat API.
    continuation: { request: { continue_final_message: true, add_generation_prompt: false } },
  },

  sglang: {
    // sgl-project/sglang#4226.
    continuation: { request: { continue_final_message: true } },
  },

  /** vllm-mlx 0.4.0, which ends a natural stop with `[DONE]` alone. */
  'vllm-mlx': {
    // waybarrios/vllm-mlx#628.
    completeOn: 'done',
  },
} as const satisfies Readonly<Record<string, ProviderProfile>>;

export type ProfileName = keyof typeof profiles;

/**
 * A profile, by its name or as it is; none is OpenAI's.
 *
 * @throws {ChatError} `configuration` for a name that no profile has.
 */
export function profileOf(profile: ProfileName | ProviderProfile | undefined): ProviderProfile {
  if (profile === undefined) return profiles.openai;
  if (typeof profile !== 'string') return profile;
  if (Object.hasOwn(profiles, profile)) return profiles[profile];
  const near = nearestNames(profile, Object.keys(profiles));
  const names =
    near.length > 0
      ? `The nearest: ${near.join(', ')}`
      : `Known are ${Object.keys(profiles).join(', ')}`;
  throw new ChatError({
    kind: 'configuration',
    message: `profile is "${profile}", which is not known.`,
    fix: `${names}; or say yourself how the provider differs.`,
  });
}
