import type { Provider } from './provider.js';

/**
 * Providers by name: enough of each to call it with nothing but a key.
 *
 * Read in November 2026, each from its own documentation. All take the key as `Authorization: Bearer …`.
 */
export const providers = {
  openai: {
    label: 'OpenAI',
    baseURL: 'https://api.openai.com/v1',
    keyVariable: 'OPENAI_API_KEY',
    keyPage: 'https://platform.openai.com/api-keys',
    model: 'gpt-4o-mini',
    profile: 'openai',
    prices: 'openai',
  },

  // learn.microsoft.com, "Azure OpenAI in Microsoft Foundry Models v1 API": the plain OpenAI client with the resource's
  // address and its key, so the key as a bearer token; no api-version. The model is the name of a deployment.
  azure: {
    label: 'Azure OpenAI',
    ownAddress: {
      variable: 'AZURE_OPENAI_ENDPOINT',
      path: '/openai/v1',
      hosts: ['.openai.azure.com', '.services.ai.azure.com', '.cognitiveservices.azure.com'],
    },
    keyVariable: 'AZURE_OPENAI_API_KEY',
    keyPage: 'https://portal.azure.com (your resource, "Keys and Endpoint")',
    profile: 'openai',
    prices: 'azure',
  },

  // platform.claude.com/docs/en/api/openai-sdk
  anthropic: {
    label: 'Anthropic',
    baseURL: 'https://api.anthropic.com/v1',
    keyVariable: 'ANTHROPIC_API_KEY',
    keyPage: 'https://platform.claude.com/settings/keys',
    model: 'claude-haiku-4-5',
    profile: 'anthropic',
    prices: 'anthropic',
  },

  // ai.google.dev/gemini-api/docs/openai
  gemini: {
    label: 'Google Gemini',
    baseURL: 'https://generativelanguage.googleapis.com/v1beta/openai',
    keyVariable: 'GEMINI_API_KEY',
    keyPage: 'https://aistudio.google.com/apikey',
    model: 'gemini-2.5-flash-lite',
    profile: 'gemini',
    prices: 'google',
  },

  // console.groq.com/docs/openai
  groq: {
    label: 'Groq',
    baseURL: 'https://api.groq.com/openai/v1',
    keyVariable: 'GROQ_API_KEY',
    keyPage: 'https://console.groq.com/keys',
    model: 'llama-3.1-8b-instant',
    profile: 'openai',
    prices: 'groq',
  },

  // docs.mistral.ai/api
  mistral: {
    label: 'Mistral',
    baseURL: 'https://api.mistral.ai/v1',
    keyVariable: 'MISTRAL_API_KEY',
    keyPage: 'https://console.mistral.ai/api-keys',
    model: 'mistral-small-latest',
    profile: 'mistral',
    prices: 'mistral',
  },

  // api-docs.deepseek.com
  deepseek: {
    label: 'DeepSeek',
    baseURL: 'https://api.deepseek.com',
    keyVariable: 'DEEPSEEK_API_KEY',
    keyPage: 'https://platform.deepseek.com/api_keys',
    model: 'deepseek-chat',
    profile: 'deepseek',
    prices: 'deepseek',
  },

  // docs.x.ai
  xai: {
    label: 'xAI',
    baseURL: 'https://api.x.ai/v1',
    keyVariable: 'XAI_API_KEY',
    keyPage: 'https://console.x.ai',
    model: 'grok-4-1-fast-non-reasoning',
    profile: 'xai',
    prices: 'xai',
  },

  // openrouter.ai/docs
  openrouter: {
    label: 'OpenRouter',
    baseURL: 'https://openrouter.ai/api/v1',
    keyVariable: 'OPENROUTER_API_KEY',
    keyPage: 'https://openrouter.ai/settings/keys',
    model: 'openai/gpt-4o-mini',
    profile: 'openai',
    prices: 'openrouter',
  },

  // docs.together.ai/docs/openai-api-compatibility
  together: {
    label: 'Together AI',
    baseURL: 'https://api.together.xyz/v1',
    keyVariable: 'TOGETHER_API_KEY',
    keyPage: 'https://api.together.ai/settings/api-keys',
    model: 'meta-llama/Llama-3.3-70B-Instruct-Turbo',
    profile: 'together',
    prices: 'together',
  },

  // docs.ollama.com/api/openai-compatibility
  ollama: {
    label: 'Ollama',
    baseURL: 'http://localhost:11434/v1',
    profile: 'ollama',
    prices: 'local',
  },

  // lmstudio.ai/docs/developer/openai-compat
  lmstudio: {
    label: 'LM Studio',
    baseURL: 'http://localhost:1234/v1',
    profile: 'lmstudio',
    prices: 'local',
  },

  // docs.vllm.ai, OpenAI-compatible server
  vllm: {
    label: 'vLLM',
    baseURL: 'http://localhost:8000/v1',
    profile: 'vllm',
    prices: 'local',
  },
} as const satisfies Readonly<Record<string, Provider>>;

export type ProviderName = keyof typeof providers;
