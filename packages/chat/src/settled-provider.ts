import { addressOf, type Provider, providerOf } from '@farebox/client';
import { ChatError } from '@farebox/core';
import { priceLists } from '@farebox/cost';
import { environmentVariable } from './environment-variable.js';
import type { ProviderOptions } from './provider-options.js';

/**
 * The options with what follows from the provider's name: its address, key, profile and prices. What was said stays.
 *
 * The environment's key goes with the provider's own address alone: to another one only the key that was passed.
 *
 * @throws {ChatError} `configuration` for a provider that is not known; with code `no-key` or `no-address` where it
 * would be called without one.
 */
export function settledProvider(options: ProviderOptions): ProviderOptions {
  const { provider: name = 'openai', apiKey, fetch, transport } = options;
  const provider = providerOf(name);
  const { profile = provider.profile, prices = priceLists[provider.prices] } = options;
  const settled = { ...options, profile, prices };
  if (transport !== undefined) return settled;

  const isOwn = options.baseURL === undefined || isOwnAddress(options.baseURL, provider);
  const key = apiKey ?? (isOwn ? environmentVariable(provider.keyVariable) : undefined);
  const isOffline = fetch !== undefined && key === undefined;
  const own = addressOf(provider, environmentVariable) ?? (isOffline ? placeholder : undefined);
  const baseURL = options.baseURL ?? own;
  if (baseURL === undefined) throw noAddress(provider);
  if (key === undefined && isOwn && !isOffline && provider.keyVariable !== undefined) {
    throw noKey(provider, provider.keyVariable);
  }
  return { ...settled, baseURL, apiKey: key };
}

/** Where a simulator answers in place of a provider without an address of its own. */
const placeholder = 'https://resource.invalid/openai/v1';

function isOwnAddress(baseURL: string, provider: Provider): boolean {
  const url = URL.parse(baseURL);
  const own = URL.parse(addressOf(provider, environmentVariable) ?? '');
  if (url === null) return false;
  if (own !== null && url.origin === own.origin) return true;
  const { hosts = [] } = provider.ownAddress ?? {};
  return url.protocol === 'https:' && hosts.some((host) => url.hostname.endsWith(host));
}

function noKey({ keyPage }: Provider, variable: string): ChatError {
  return new ChatError({
    kind: 'configuration',
    code: 'no-key',
    message: `There is no API key: neither apiKey nor ${variable} is set.`,
    fix: `Set ${variable} in the environment, or pass apiKey; keys are made at ${keyPage}. Or pass simulate().fetch as fetch to go without.`,
  });
}

function noAddress({ label, ownAddress }: Provider): ChatError {
  return new ChatError({
    kind: 'configuration',
    code: 'no-address',
    message: `There is no address: ${label} has one for each customer, and neither baseURL nor ${ownAddress?.variable} is set.`,
    fix: `Pass it as baseURL, such as https://my-resource${ownAddress?.hosts[0]}${ownAddress?.path}, or set ${ownAddress?.variable}.`,
  });
}
