import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConfigFile } from '../config/config-file.js';
import { type FakeIoOptions, fakeIo } from '../fixtures/fake-io.js';
import { SavedKeys } from '../keys/saved-keys.js';
import { endpointNotice, findEndpoint } from './find-endpoint.js';

const key = 'sk-ant-canary-0123456789';
const openaiKey = 'sk-openai-canary-0123456789';
const azure = { AZURE_OPENAI_API_KEY: key };
let configFolder: string;
beforeEach(() => {
  configFolder = mkdtempSync(join(tmpdir(), 'farebox-config-'));
});
afterEach(() => rmSync(configFolder, { recursive: true }));

const find = (provider: string | undefined, given: FakeIoOptions = {}, baseUrl?: string) =>
  findEndpoint(baseUrl, fakeIo({ configFolder, ...given }), provider);

describe('a provider that is named', () => {
  it('is asked at its own address with its own key, and OpenAI has nothing to do with it', () => {
    const environment = {
      OPENAI_API_KEY: openaiKey,
      OPENAI_BASE_URL: 'https://proxy.example/v1',
      ANTHROPIC_API_KEY: key,
    };
    expect(find('anthropic', { environment })).toMatchObject({
      kind: 'server',
      provider: 'anthropic',
      baseUrl: 'https://api.anthropic.com/v1',
      apiKey: key,
      apiKeySource: 'environment',
    });
    expect(find('openai', { environment })).toMatchObject({ baseUrl: 'https://proxy.example/v1' });
  });

  it('may have its key in .env, or saved for its address', async () => {
    expect(find('gemini', { dotEnv: `GEMINI_API_KEY=${key}\n` })).toMatchObject({
      baseUrl: 'https://generativelanguage.googleapis.com/v1beta/openai',
      apiKey: key,
      apiKeySource: '.env',
    });
  });

  it('is asked elsewhere where --base-url says so, and is still who it is', () => {
    const environment = { ANTHROPIC_API_KEY: key };
    expect(find('anthropic', { environment }, 'http://127.0.0.1:9/v1')).toMatchObject({
      provider: 'anthropic',
      baseUrl: 'http://127.0.0.1:9/v1',
      apiKey: key,
    });
  });

  it('needs no key where it is a server of your own, and is no simulator without one', () => {
    expect(find('ollama')).toMatchObject({
      kind: 'server',
      baseUrl: 'http://localhost:11434/v1',
      apiKey: undefined,
    });
  });

  it.each([
    ['anthropic', 'ANTHROPIC_API_KEY', 'https://platform.claude.com/settings/keys'],
    ['openai', 'OPENAI_API_KEY', 'https://platform.openai.com/api-keys'],
  ])('%s without a key names the variable, and where keys are made', (provider, variable, page) => {
    expect(() => find(provider)).toThrow(
      expect.objectContaining({
        kind: 'configuration',
        code: 'no-key',
        message: expect.stringContaining(variable),
        fix: expect.stringContaining(page),
      }),
    );
  });

  it.each([
    ['antropic', 'anthropic'],
    ['google', 'gemini'],
    ['sk-canary-0123456789', '--base-url'],
  ])('that is none is refused with what is like it, and not repeated: %s', (name, suggestion) => {
    expect(() => find(name)).toThrow(
      expect.objectContaining({
        kind: 'configuration',
        message: expect.not.stringContaining(name),
        fix: expect.stringContaining(suggestion),
      }),
    );
  });

  it('a key with a flaw is refused by the name of its variable', () => {
    const environment = { ANTHROPIC_API_KEY: 'sk canary' };
    expect(() => find('anthropic', { environment })).toThrow(
      'ANTHROPIC_API_KEY from the environment has a space',
    );
  });
});

describe('a provider in the settings', () => {
  it('is asked as if it was named, at the address that the settings have', () => {
    new ConfigFile(configFolder).set('provider', 'anthropic');
    const environment = { ANTHROPIC_API_KEY: key };
    expect(find(undefined, { environment })).toMatchObject({ provider: 'anthropic', apiKey: key });
    new ConfigFile(configFolder).set('base-url', 'https://gateway.example/v1');
    expect(find(undefined, { environment })).toMatchObject({
      baseUrl: 'https://gateway.example/v1',
    });
  });

  it('gives way to the one on the command line, and the address of the settings with it', () => {
    new ConfigFile(configFolder).set('provider', 'anthropic');
    new ConfigFile(configFolder).set('base-url', 'https://gateway.example/v1');
    const environment = { GROQ_API_KEY: key };
    expect(find('groq', { environment })).toMatchObject({
      provider: 'groq',
      baseUrl: 'https://api.groq.com/openai/v1',
    });
  });
});

describe('azure', () => {
  it('has its address from its variable, with the path of the API at its end', () => {
    const environment = { ...azure, AZURE_OPENAI_ENDPOINT: 'https://mine.openai.azure.com/' };
    expect(find('azure', { environment })).toMatchObject({
      baseUrl: 'https://mine.openai.azure.com/openai/v1',
      apiKey: key,
    });
  });

  it('without an address says which variable it is', () => {
    expect(() => find('azure', { environment: azure })).toThrow(
      expect.objectContaining({
        code: 'no-address',
        message: expect.stringContaining('AZURE_OPENAI_ENDPOINT'),
      }),
    );
  });

  it('gets no key of the environment where the folder chooses the address, and the folder is named', () => {
    const dotEnv = 'AZURE_OPENAI_ENDPOINT=https://evil.openai.azure.com\n';
    expect(() => find('azure', { environment: azure, dotEnv })).toThrow(
      expect.objectContaining({
        code: 'foreign-address',
        message: expect.stringContaining('AZURE_OPENAI_ENDPOINT comes from .env'),
      }),
    );
    const own = find('azure', { dotEnv: `${dotEnv}AZURE_OPENAI_API_KEY=${key}\n` });
    expect(endpointNotice(own)).toBe(
      'farebox: asking https://evil.openai.azure.com, the AZURE_OPENAI_ENDPOINT of .env in this folder.',
    );
  });
});

describe('the simulator', () => {
  const notice = (environment: Record<string, string> = {}) =>
    endpointNotice(find(undefined, { environment }));
  const alone = 'farebox: no OPENAI_API_KEY and no base URL: the built-in simulator answers.';

  it('answers where nobody is named and there is no key for OpenAI, and says so', () => {
    expect(notice()).toBe(alone);
  });

  it('says which option asks the provider for whom there is a key', () => {
    expect(notice({ GEMINI_API_KEY: key })).toBe(
      `${alone} You have a key for gemini: --provider gemini asks there.`,
    );
    new SavedKeys(configFolder).save({
      origin: 'https://api.anthropic.com',
      key,
      savedOn: '2026-11-29',
    });
    expect(notice()).toBe(
      `${alone} You have a key for anthropic: --provider anthropic asks there.`,
    );
  });
});
