import { ChatError } from '@farebox/core';
import type { FallbackTarget, ProviderOptions } from './provider-options.js';

/**
 * The provider that a fallback goes to, undefined where it is another model of the same.
 *
 * @throws {ChatError} `configuration` for something about a provider that cannot be reached.
 */
export function otherProvider(
  target: string | FallbackTarget,
  index: number,
): ProviderOptions | undefined {
  if (typeof target === 'string') return undefined;
  const { model: _, ...provider } = target;
  const given = Object.entries(provider).filter(([, value]) => value !== undefined);
  if (given.length === 0) return undefined;
  const { provider: name, apiKey, baseURL, fetch, transport } = provider;
  if ([name, apiKey, baseURL, fetch, transport].every((way) => way === undefined)) {
    const names = given.map(([name]) => name).join(', ');
    throw new ChatError({
      kind: 'configuration',
      message: `fallback[${index}] has ${names}, and no way to the provider that it is for.`,
      fix: 'Add its name as provider, or its apiKey and baseURL; or leave all but the model out to stay with the same provider.',
    });
  }
  return provider;
}

/** @throws {ChatError} `configuration` for what is no list of models and providers. */
export function checkFallback(fallback: unknown): void {
  if (fallback === undefined) return;
  const isTarget = (target: unknown) =>
    typeof target === 'string' || (typeof target === 'object' && target !== null);
  if (Array.isArray(fallback) && fallback.length > 0 && fallback.every(isTarget)) return;
  throw new ChatError({
    kind: 'configuration',
    message: 'fallback is no list of models and providers.',
    fix: "fallback: ['gpt-4o'] goes on with another model; leave it out for none.",
  });
}
