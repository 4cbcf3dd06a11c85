import type { Tokenizer } from '@farebox/core/bound';

/**
 * OpenAI's tokenizer (o200k), for every model: others count a little otherwise, and none publishes how.
 *
 * Loaded when it is needed, because its ranks take about 0.2 s. Special tokens are text to it.
 */
export async function loadTokenizer(): Promise<Tokenizer> {
  const { countTokens } = await import('gpt-tokenizer/encoding/o200k_base');
  return { countTokens: (text) => countTokens(text, { disallowedSpecial: new Set() }) };
}
