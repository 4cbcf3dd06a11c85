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
  /** The address in the user's settings. */
  own?: string;
  /** Keys that are saved, by origin. */
  saved?: Record<string, string>;
  fileUrl?: string;
  fileKey?: string;
}

const resolve = (given: Case) =>
  resolveEndpoint({
    flags: { baseUrl: given.flag },
    environment: { baseUrl: given.url, apiKey: given.key },
    config: { baseUrl: given.own },
    savedKey: (origin) => given.saved?.[origin],
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

const savedKey = 'sk-canary-saved';
const savedFor = (...addresses: string[]) => ({
  saved: Object.fromEntries(addresses.map((address) => [new URL(address).origin, savedKey])),
});
const own = 'https://own.example/v1';
const C = { own };

// C the address in the settings, S a key that is saved for the address that is chosen
test.each<[string, Case, string]>([
  ['S alone', savedFor(openai), `${openai} ${savedKey}`],
  ['a key saved for elsewhere', savedFor(flag), 'simulator'],
  ["E S, at OpenAI's", { ...E, ...savedFor(openai) }, `${openai} ${environmentKey}`],
  ["f S, at OpenAI's", { ...f, ...savedFor(openai) }, `${openai} ${savedKey}`],
  ['U S', { ...U, ...savedFor(environmentUrl) }, `${environmentUrl} ${savedKey}`],
  ['U E S', { ...U, ...E, ...savedFor(environmentUrl) }, `${environmentUrl} ${environmentKey}`],
  ['F S', { ...F, ...savedFor(flag) }, `${flag} ${savedKey}`],
  ['F E S', { ...F, ...E, ...savedFor(flag) }, `${flag} ${savedKey}`],
  ['F f S', { ...F, ...f, ...savedFor(flag) }, `${flag} ${savedKey}`],
  ['F u f S', { ...F, ...u, ...f, ...savedFor(flag) }, `${flag} ${savedKey}`],
  ['F, saved for elsewhere', { ...F, ...savedFor(openai) }, `${flag} no key`],
  ['F E, saved for elsewhere', { ...F, ...E, ...savedFor(openai) }, `${flag} ${environmentKey}`],
  [
    'F to the address of E S',
    { flag: environmentUrl, ...U, ...E, ...savedFor(environmentUrl) },
    `${environmentUrl} ${environmentKey}`,
  ],
  ['u S', { ...u, ...savedFor(dotEnvUrl) }, `${dotEnvUrl} ${savedKey}`],
  ['u E S', { ...u, ...E, ...savedFor(dotEnvUrl) }, `${dotEnvUrl} ${savedKey}`],
  ['u f S', { ...u, ...f, ...savedFor(dotEnvUrl) }, `${dotEnvUrl} ${savedKey}`],
  ['u, saved for elsewhere', { ...u, ...savedFor(openai) }, `${dotEnvUrl} no key`],
  ['u E, saved for elsewhere', { ...u, ...E, ...savedFor(openai) }, 'refused: foreign-address'],
  ['C', C, `${own} no key`],
  ['C S', { ...C, ...savedFor(own) }, `${own} ${savedKey}`],
  ['C E', { ...C, ...E }, `${own} ${environmentKey}`],
  ['C E S', { ...C, ...E, ...savedFor(own) }, `${own} ${savedKey}`],
  ['C f', { ...C, ...f }, `${own} ${dotEnvKey}`],
  ['C u', { ...C, ...u }, `${own} no key`],
  ['C u f', { ...C, ...u, ...f }, 'refused: foreign-key'],
  ['C U', { ...C, ...U }, `${environmentUrl} no key`],
  ['C F', { ...C, ...F }, `${flag} no key`],
])('%s leads where the rules say, too', (_name, given, expected) => {
  expect(outcome(given)).toBe(expected);
});

it('sends a saved key to its own origin whoever chose the address, and never to a look-alike', () => {
  const saved = savedFor('https://host.example');
  expect(outcome({ flag: 'https://host.example/other/v1', ...saved })).toContain(savedKey);
  for (const address of [
    'http://host.example/v1',
    'https://host.example:8443/v1',
    'https://host.example.evil.example/v1',
  ]) {
    expect(outcome({ flag: address, ...saved })).toBe(`${address} no key`);
    expect(outcome({ fileUrl: address, ...saved })).toBe(`${address} no key`);
  }
});

it('asks for no saved key where the environment has one for that address', () => {
  const savedKey = () => expect.fail('It was asked for.');
  const nothing = { baseUrl: undefined, apiKey: undefined };
  const environment = { ...nothing, apiKey: environmentKey };
  resolveEndpoint({ flags: nothing, environment, config: nothing, savedKey, dotEnv: nothing });
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
