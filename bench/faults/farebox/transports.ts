import { fetchTransport } from '@farebox/client';
import { fromOpenAI } from '@farebox/client/openai';
import type { Call } from '@farebox/core';
import OpenAI from 'openai';
import { canaryKey } from '../canaries.ts';

export interface Address {
  readonly baseURL: string;
  readonly fetch: typeof fetch;
}

/** Both ways in which Farebox reaches a provider. */
export const transports: Readonly<Record<'fetch' | 'sdk', (to: Address) => Call>> = {
  fetch: ({ baseURL, fetch }) => fetchTransport({ apiKey: canaryKey, baseURL, fetch }),
  sdk: ({ baseURL, fetch }) => fromOpenAI(new OpenAI({ apiKey: canaryKey, baseURL, fetch })),
};

export type TransportName = keyof typeof transports;
