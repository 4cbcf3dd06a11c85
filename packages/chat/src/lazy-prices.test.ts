import { expect, it, vi } from 'vitest';
import { ChatClient } from './chat-client.js';
import { cannedProvider } from './fixtures/canned-provider.js';

const loaded = vi.hoisted(() => [] as string[]);
vi.mock('@farebox/core/prices/openai', (original) => {
  loaded.push('openai');
  return original();
});
vi.mock('@farebox/core/prices/anthropic', (original) => {
  loaded.push('anthropic');
  return original();
});

it('a price list is loaded with the first call that needs it, once, and no other is', async () => {
  const { fetch } = cannedProvider({ model: 'claude-haiku-4-5-20251001' });
  const options = {
    provider: 'anthropic',
    model: 'claude-haiku-4-5',
    apiKey: 'key-0123456789',
  } as const;
  const client = new ChatClient({ ...options, fetch });
  expect(loaded).toEqual([]);
  await Promise.all([client.ask('Hello?'), client.ask('Hello?')]);
  await client.ask('And?');
  expect(loaded).toEqual(['anthropic']);
  // 20 tokens in at $1 and 2 out at $5 per million, three times.
  expect(client.spent).toBe(3n * 30_000_000n);
});
