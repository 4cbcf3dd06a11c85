import type { ProviderProfile } from '@farebox/core';

export type JsonSupport = NonNullable<ProviderProfile['structuredOutput']>;

/**
 * OpenAI's models from before structured outputs, which came with gpt-4o-2024-08-06 and gpt-4o-mini, wherever they are
 * served; `openai/`, `ft:` or the like may stand before the name.
 * @see https://platform.openai.com/docs/guides/structured-outputs#supported-models
 */
const earlierModels: readonly (readonly [names: RegExp, support: JsonSupport])[] = [
  [/(?:^|[/:])(?:gpt-4-(?:turbo|1106|0125)|gpt-3\.?5-turbo|gpt-4o-2024-05-13)/, 'json_object'],
  [/(?:^|[/:])(?:gpt-4(?:-0314|-0613|-32k|$)|chatgpt-4o-latest|o1-(?:mini|preview))/, 'none'],
];

/** What a model can be asked for: what its provider has, unless it is one of OpenAI's that came too early for it. */
export function jsonSupport({ structuredOutput }: ProviderProfile, model: string): JsonSupport {
  const earlier = earlierModels.find(([names]) => names.test(model))?.[1];
  if (structuredOutput !== undefined && structuredOutput !== 'json_schema') return structuredOutput;
  return earlier ?? 'json_schema';
}
