import { isGptFrom } from './gpt-version.js';

/**
 * Whether a model of the price list chats, and is counted with the tokenizer that is here.
 *
 * A model without an output limit is for other things. gpt-3.5 and gpt-4 are counted with another
 * tokenizer (cl100k), and the open-weight models are not served by OpenAI.
 */
export function isServed(id: string, maxOutputTokens: number | undefined): boolean {
  return maxOutputTokens !== undefined && !/^gpt-(3\.5|oss|4(-|$))/.test(id);
}

/**
 * Whether OpenAI answers for a model at `/v1/responses` alone: the pro, codex and deep research models.
 *
 * Source: their pages at developers.openai.com/api/docs/models, as in gpt-tokenizer 4.0.0.
 */
export function isForResponsesOnly(name: string): boolean {
  const hasSuch = isGptFrom(name, 5) || /^o\d/.test(name);
  return hasSuch && /-(pro|codex|deep-research)(-|$)/.test(name);
}
