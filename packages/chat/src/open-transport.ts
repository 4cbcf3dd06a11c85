import { fetchTransport } from '@farebox/client';
import { type Call, ChatError } from '@farebox/core';
import { environmentKey } from './environment-key.js';
import type { ProviderOptions } from './provider-options.js';

/**
 * The way to a provider: its own transport, or `fetch` with its key and address.
 *
 * @throws {ChatError} `configuration` with code `no-key` where OpenAI would be called without one.
 */
export function openTransport(provider: ProviderOptions): Call {
  const { apiKey, baseURL, fetch, transport, limits, profile } = provider;
  if (transport !== undefined) return transport;
  const key = apiKey ?? (baseURL === undefined ? environmentKey() : undefined);
  if (key === undefined && baseURL === undefined && fetch === undefined) {
    throw new ChatError({
      kind: 'configuration',
      code: 'no-key',
      message: 'There is no API key: neither apiKey nor OPENAI_API_KEY is set.',
      fix: 'Set OPENAI_API_KEY in the environment, or pass apiKey; or pass simulate().fetch as fetch to go without.',
    });
  }
  return fetchTransport({ apiKey: key, baseURL, fetch, limits, profile });
}
