import { expect, it } from 'vitest';
import { playAddress } from './play-address.js';

it('has the token and what may be asked in its fragment, which is sent to nobody', () => {
  const endpoint = {
    kind: 'server',
    provider: 'openrouter',
    baseUrl: 'https://openrouter.ai/api/v1',
    baseUrlSource: 'default',
    origin: 'https://openrouter.ai',
    apiKey: 'sk-canary',
    apiKeySource: 'environment',
  } as const;
  const models = ['openai/gpt-4o-mini', 'a&b=c'];
  const address = playAddress(4173, { token: 't0-_', models, endpoint });
  const { origin, pathname, search, hash } = new URL(address);
  expect([origin, pathname, search]).toEqual(['http://127.0.0.1:4173', '/live.html', '']);
  expect([...new URLSearchParams(hash.slice(1))]).toEqual([
    ['play', 't0-_'],
    ['provider', 'openrouter'],
    ['model', 'openai/gpt-4o-mini'],
    ['model', 'a&b=c'],
  ]);
  expect(address).not.toContain('canary');
});

it('without a key is that of the page that connects to nobody', () => {
  expect(playAddress(4173, undefined)).toBe('http://127.0.0.1:4173/');
});
