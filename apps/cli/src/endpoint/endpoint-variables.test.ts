import { expect, it } from 'vitest';
import { endpointVariables, parseDotEnv } from './endpoint-variables.js';

it('takes the key and the address from .env and nothing else', () => {
  const text =
    'export OPENAI_API_KEY="sk-canary" # mine\r\nOPENAI_BASE_URL=http://x.example/v1\r\nNODE_OPTIONS=--inspect\n__proto__=x\n';
  expect(parseDotEnv(text)).toEqual({ apiKey: 'sk-canary', baseUrl: 'http://x.example/v1' });
});

it('counts a name that is set to nothing as not set', () => {
  const nothing = { apiKey: undefined, baseUrl: undefined };
  expect(endpointVariables({ OPENAI_API_KEY: '', OPENAI_BASE_URL: '' })).toEqual(nothing);
  expect(parseDotEnv('OPENAI_API_KEY=\n')).toEqual(nothing);
  expect(parseDotEnv('')).toEqual(nothing);
});
