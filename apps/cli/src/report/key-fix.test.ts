import { expect, it, test } from 'vitest';
import type { Endpoint } from '../endpoint/resolve-endpoint.js';
import { keyFix } from './key-fix.js';

const at = (origin: string, more: Partial<Extract<Endpoint, { kind: 'server' }>> = {}) =>
  keyFix({
    kind: 'server',
    baseUrl: `${origin}/v1`,
    baseUrlSource: 'default',
    origin,
    apiKey: 'a-canary-of-a-key',
    apiKeySource: 'environment',
    ...more,
  });

test.each([
  [
    at('https://api.openai.com'),
    /^Check OPENAI_API_KEY in the environment against the keys at .*openai/,
  ],
  [
    at('https://api.anthropic.com', { provider: 'anthropic', apiKeySource: '.env' }),
    /^Check ANTHROPIC_API_KEY in \.env against the keys at https:\/\/platform\.claude\.com/,
  ],
  [
    at('https://llm.test', { apiKeySource: 'saved' }),
    /^Check the key that is saved for https:\/\/llm\.test .* against those that https:\/\/llm\.test knows/,
  ],
  [
    at('http://localhost:1', { provider: 'vllm', apiKeySource: undefined, apiKey: undefined }),
    /^No key was sent, and http:\/\/localhost:1 wants one: farebox keys set http:\/\/localhost:1, or OPENAI_API_KEY/,
  ],
])('names the key that was refused by where it is from: %s', (fix, expected) => {
  expect(fix).toMatch(expected);
  expect(fix).not.toContain('canary');
});

it('has nothing to say of the simulator', () => {
  expect(keyFix({ kind: 'simulator' })).toBeUndefined();
});
