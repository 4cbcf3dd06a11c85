import { isOSeries } from './efforts.js';
import { isGptFrom } from './gpt-version.js';

/**
 * How many tokens prompt and answer may have together.
 *
 * Sources: the models' pages at developers.openai.com/api/docs/models, as in gpt-tokenizer 4.0.0 for
 * those it knows. That every GPT-6 has 1,050,000 is said by the pages of gpt-6-astra and gpt-6.1-sol
 * and by docs.litellm.ai/blog/gpt_6_sol_luna.
 */
export function contextWindow(name: string): number {
  if (name.includes('-chat')) return 128_000;
  if (isGptFrom(name, 5, 4)) return /-(mini|nano)/.test(name) ? 400_000 : 1_050_000;
  if (isGptFrom(name, 5)) return 400_000;
  if (/^gpt-4\.1(-|$)/.test(name)) return 1_047_576;
  if (isOSeries(name)) return /^o1-(mini|preview)/.test(name) ? 128_000 : 200_000;
  return byName.find(([pattern]) => pattern.test(name))?.[1] ?? 128_000;
}

const byName: readonly (readonly [pattern: RegExp, tokens: number])[] = [
  [/^gpt-oss/, 131_072],
  [/^gpt-4-32k/, 32_768],
  [/^gpt-4(-0314|-0613|$)/, 8_192],
  [/^gpt-3\.5-turbo-instruct/, 4_096],
  [/^gpt-3\.?5/, 16_385],
];
