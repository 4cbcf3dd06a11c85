import { ChatClient } from '@farebox/chat';
import { type Provider, type ProviderName, providers } from '@farebox/client';
import { simulate } from '@farebox/simulator';
import { afterEach, expect, it, vi } from 'vitest';

afterEach(() => void vi.unstubAllEnvs());

it.each(Object.keys(providers) as ProviderName[])(
  'without a key, the simulator stands in for %s',
  async (provider) => {
    const { keyVariable, ownAddress }: Provider = providers[provider];
    for (const variable of [keyVariable, ownAddress?.variable]) {
      if (variable !== undefined) vi.stubEnv(variable, undefined);
    }
    const simulator = simulate({ seed: 1 });
    const client = new ChatClient({
      provider,
      model: 'gpt-4o-mini',
      unknownPrice: 'allow',
      retry: false,
      fetch: simulator.fetch,
    });
    expect((await client.ask('Hello')).finishReason).toBe('stop');
    expect(simulator.books.requests).toHaveLength(1);
  },
);
