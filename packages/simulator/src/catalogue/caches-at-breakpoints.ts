import { isGptFrom } from './gpt-version.js';

/**
 * Whether a model's prompts are cached at breakpoints, and writing them is billed: from GPT-5.6 on.
 *
 * Earlier models are cached in steps of 128 tokens, and take neither `prompt_cache_options` nor
 * `prompt_cache_breakpoint`.
 * Source: developers.openai.com/api/docs/guides/prompt-caching, "How caching differs by model".
 */
export function cachesAtBreakpoints(name: string): boolean {
  return isGptFrom(name, 5, 6);
}
