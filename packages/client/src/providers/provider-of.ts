import { ChatError, nearestNames } from '@farebox/core';
import type { Provider } from './provider.js';
import { type ProviderName, providers } from './providers.js';

/**
 * A provider, by its name.
 *
 * @throws {ChatError} `configuration` for a name that no provider has; it suggests the ones that are like it.
 * @example
 * providerOf('anthropic').keyVariable; // => 'ANTHROPIC_API_KEY'
 */
export function providerOf(name: string): Provider {
  if (isProvider(name)) return providers[name];
  const near = nearestProviders(name);
  throw new ChatError({
    kind: 'configuration',
    message: `provider is "${name}", which is not known.`,
    fix: `${near.length > 0 ? `The nearest: ${near.join(', ')}` : `Known are ${Object.keys(providers).join(', ')}`}; for another one leave provider out, and give its baseURL and apiKey.`,
  });
}

/** Whether a provider has this name. */
export function isProvider(name: string): name is ProviderName {
  return Object.hasOwn(providers, name);
}

/** The names most like one that no provider has, by name or by label, so that `google` finds gemini. */
export function nearestProviders(wanted: string): string[] {
  const nameOf = new Map<string, string>();
  for (const [name, { label }] of Object.entries(providers))
    nameOf.set(name, name).set(label, name);
  const near = nearestNames(String(wanted), nameOf.keys());
  return [...new Set(near.map((found) => nameOf.get(found) ?? found))];
}
