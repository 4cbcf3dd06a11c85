import { isChatError } from '@farebox/core';
import { describe, expect, it, test } from 'vitest';
import { type Endpoint, resolveEndpoint } from './resolve-endpoint.js';

const flag = 'https://flag.example/v1';
const environmentUrl = 'https://environment.example/v1';
const dotEnvUrl = 'https://folder.example/v1';
const environmentKey = 'sk-canary-environment';
const dotEnvKey = 'sk-canary-folder';
const openai = 'https://api.openai.com/v1';

interface Case {
  flag?: string;
  url?: string;
  key?: string;
  fileUrl?: string;
  fileKey?: string;
}

const resolve = (given: Case) =>
  resolveEndpoint({
    flags: { baseUrl: given.flag },
    environment: { baseUrl: given.url, apiKey: given.key },
    dotEnv: { baseUrl: given.fileUrl, apiKey: given.fileKey },
  });

/** `address key`, or the reason of a refusal. */
const outcome = (given: Case): string => {
  let endpoint: Endpoint;
  try {
    endpoint = resolve(given);
  } catch (error) {
    if (!isChatError(error)) throw error;
    return `refused: ${error.code ?? error.message}`;
  }
  if (endpoint.kind === 'simulator') return 'simulator';
  return `${endpoint.baseUrl} ${endpoint.apiKey ?? 'no key'}`;
};

const E = { key: environmentKey };
const U = { url: environmentUrl };
const f = { fileKey: dotEnvKey };
const u = { fileUrl: dotEnvUrl };
const F = { flag };

// F --base-url, U and E address and key of the environment, u and f address and key of .env
test.each<[string, Case, string]>([
  ['nothing', {}, 'simulator'],
  ['E', E, `${openai} ${environmentKey}`],
  ['f', f, `${openai} ${dotEnvKey}`],
  ['E f', { ...E, ...f }, `${openai} ${environmentKey}`],
  ['U', U, `${environmentUrl} no key`],
  ['U E', { ...U, ...E }, `${environmentUrl} ${environmentKey}`],
  ['U f', { ...U, ...f }, `${environmentUrl} ${dotEnvKey}`],
  ['U E f', { ...U, ...E, ...f }, `${environmentUrl} ${environmentKey}`],
  ['u', u, `${dotEnvUrl} no key`],
  ['u E', { ...u, ...E }, 'refused: foreign-address'],
  ['u f', { ...u, ...f }, `${dotEnvUrl} ${dotEnvKey}`],
  ['u E f', { ...u, ...E, ...f }, `${dotEnvUrl} ${dotEnvKey}`],
  ['u U', { ...u, ...U }, `${environmentUrl} no key`],
  ['u U E', { ...u, ...U, ...E }, `${environmentUrl} ${environmentKey}`],
  ['u U f', { ...u, ...U, ...f }, 'refused: foreign-key'],
  ['u U E f', { ...u, ...U, ...E, ...f }, `${environmentUrl} ${environmentKey}`],
  ['F', F, `${flag} no key`],
  ['F E', { ...F, ...E }, `${flag} ${environmentKey}`],
  ['F f', { ...F, ...f }, `${flag} ${dotEnvKey}`],
  ['F E f', { ...F, ...E, ...f }, `${flag} ${environmentKey}`],
  ['F U', { ...F, ...U }, `${flag} no key`],
  ['F U E', { ...F, ...U, ...E }, `${flag} ${environmentKey}`],
  ['F U f', { ...F, ...U, ...f }, `${flag} ${dotEnvKey}`],
  ['F U E f', { ...F, ...U, ...E, ...f }, `${flag} ${environmentKey}`],
  ['F u', { ...F, ...u }, `${flag} no key`],
  ['F u E', { ...F, ...u, ...E }, `${flag} ${environmentKey}`],
  ['F u f', { ...F, ...u, ...f }, 'refused: foreign-key'],
  ['F u E f', { ...F, ...u, ...E, ...f }, `${flag} ${environmentKey}`],
  ['F u U', { ...F, ...u, ...U }, `${flag} no key`],
  ['F u U E', { ...F, ...u, ...U, ...E }, `${flag} ${environmentKey}`],
  ['F u U f', { ...F, ...u, ...U, ...f }, 'refused: foreign-key'],
  ['F u U E f', { ...F, ...u, ...U, ...E, ...f }, `${flag} ${environmentKey}`],
])('%s leads where the rules say', (_name, given, expected) => {
  expect(outcome(given)).toBe(expected);
});

it("sends .env's key to .env's origin also when the flag names it, with whatever path", () => {
  expect(outcome({ flag: 'https://folder.example/v2', ...u, ...f })).toBe(
    `https://folder.example/v2 ${dotEnvKey}`,
  );
});

it('does not take a look-alike for the same origin', () => {
  for (const address of [
    'http://folder.example/v1',
    'https://folder.example:8443/v1',
    'https://folder.example.evil.example/v1',
  ])
    expect(outcome({ flag: address, ...u, ...f })).toBe('refused: foreign-key');
});

it("keeps the environment's key from .env's address even if that is OpenAI's own", () => {
  expect(outcome({ fileUrl: openai, ...E })).toBe('refused: foreign-address');
});

describe('a refusal', () => {
  test.each<[string, Case, string]>([
    [
      'an address that is none',
      { flag: 'localhost' },
      '--base-url is not an http or https address.',
    ],
    ['an empty flag', { flag: '' }, '--base-url is not an http or https address.'],
    [
      'another scheme',
      { url: 'file:///etc/passwd' },
      'OPENAI_BASE_URL in the environment is not an http or https address.',
    ],
    [
      'a password',
      { fileUrl: 'https://me:hunter2@x.example' },
      'OPENAI_BASE_URL in .env has a user name or password in it',
    ],
    [
      'a query',
      { flag: 'https://x.example/v1?key=hunter2' },
      '--base-url has a query or a fragment.',
    ],
    [
      'a key with a line end',
      { key: 'sk-canary\n' },
      'OPENAI_API_KEY from the environment has a line end in it.',
    ],
    [
      'a key with a space',
      { key: 'sk canary' },
      'OPENAI_API_KEY from the environment has a space in it.',
    ],
    ['a key in quotes', { fileKey: '"sk-canary"' }, 'OPENAI_API_KEY from .env has a quote in it.'],
    [
      'a key with a letter that no header takes',
      { fileKey: 'sk-canäry' },
      'OPENAI_API_KEY from .env has a character that no key has in it.',
    ],
  ])('of %s names the source and shows no value', (_name, given, message) => {
    expect(() => resolve(given)).toThrow(
      expect.objectContaining({
        kind: 'configuration',
        message: expect.stringContaining(message),
      }),
    );
    expect(outcome(given)).not.toMatch(/canary|hunter2/);
  });
});
