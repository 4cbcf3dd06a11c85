import { fetchTransport } from '@farebox/client';
import type { Call } from '@farebox/core';
import type { ProviderOptions } from './provider-options.js';

/** The way to a settled provider: its own transport, or `fetch` with its key and address. */
export function openTransport(provider: ProviderOptions): Call {
  const { apiKey, baseURL, fetch, transport, limits, profile } = provider;
  return transport ?? fetchTransport({ apiKey, baseURL, fetch, limits, profile });
}
