import { afterEach, describe, expect, it, vi } from 'vitest';
import { ChatClient } from './chat-client.js';
import type { ChatClientOptions } from './client-options.js';
import { setUp } from './fixtures/set-up.js';

describe('options', () => {
  afterEach(() => vi.unstubAllEnvs());

  it('sends the key of the environment to OpenAI only', async () => {
    vi.stubEnv('OPENAI_API_KEY', 'sk-environment-0123456789');
    const own = setUp({ apiKey: undefined });
    await own.client.ask('Hello?');
    expect(own.provider.requests[0]?.headers.get('authorization')).toBe(
      'Bearer sk-environment-0123456789',
    );
    const other = setUp({ apiKey: undefined, baseURL: 'http://127.0.0.1:1/v1' });
    await other.client.ask('Hello?');
    expect(other.provider.requests[0]?.url).toBe('http://127.0.0.1:1/v1/chat/completions');
    expect(other.provider.requests[0]?.headers.get('authorization')).toBeNull();
  });

  it('says what to set when there is no key', () => {
    vi.stubEnv('OPENAI_API_KEY', '');
    expect(() => new ChatClient({ model: 'gpt-4o-mini' })).toThrow(
      expect.objectContaining({ kind: 'configuration', code: 'no-key' }),
    );
  });

  it.each([
    ['model', { model: '' }],
    ['budget', { budget: 'much' }],
    ['retries', { retry: { retries: -1 } }],
    ['totalMs', { clocks: { totalMs: 0 } }],
    ['apiKey', { apiKey: 'sk with spaces' }],
    ['baseURL', { baseURL: 'localhost' }],
  ])('refuses a bad %s at once, and names it', (name, options) => {
    expect(() => setUp(options as Partial<ChatClientOptions>)).toThrow(
      expect.objectContaining({ kind: 'configuration' }),
    );
    if (name === 'budget') return;
    expect(() => setUp(options as Partial<ChatClientOptions>)).toThrow(name);
  });

  it('refuses an empty prompt', async () => {
    await expect(setUp().client.ask('')).rejects.toMatchObject({ kind: 'configuration' });
  });
});
