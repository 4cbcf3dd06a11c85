import { describe, expect, it } from 'vitest';
import { profiles } from '../profiles.js';
import { checkBaseUrl } from '../transport/endpoint.js';
import type { Provider } from './provider.js';
import { providerOf } from './provider-of.js';
import { type ProviderName, providers } from './providers.js';

const names = Object.keys(providers) as ProviderName[];
const isLocal = ({ prices }: Provider) => prices === 'local';

describe('the table of providers', () => {
  it.each(names)(
    '%s has an address to send to, or the name of the variable that has it',
    (name) => {
      const { baseURL, ownAddress } = providerOf(name);
      expect([baseURL, ownAddress].filter((one) => one !== undefined)).toHaveLength(1);
      if (baseURL === undefined) return;
      expect(checkBaseUrl(baseURL).href.replace(/\/$/, '')).toBe(baseURL);
      expect(baseURL.startsWith('https://')).toBe(!isLocal(providerOf(name)));
    },
  );

  it.each(names)('%s says where its key is and where to get one, unless it needs none', (name) => {
    const provider = providerOf(name);
    expect(provider.keyVariable === undefined).toBe(isLocal(provider));
    expect(provider.keyPage === undefined).toBe(isLocal(provider));
    expect(Object.keys(profiles)).toContain(provider.profile);
  });

  it('no two providers share an address or the variable of a key', () => {
    for (const field of ['baseURL', 'keyVariable', 'label'] as const) {
      const values = names
        .map((name) => providerOf(name)[field])
        .filter((value) => value !== undefined);
      expect(new Set(values).size).toBe(values.length);
    }
  });
});

describe('providerOf', () => {
  it.each([
    ['antropic', 'The nearest: anthropic'],
    ['google', 'The nearest: gemini'],
    ['OpenAI', 'The nearest: openai'],
    ['constructor', 'The nearest: '],
    ['?', 'Known are openai, azure, anthropic'],
    [undefined, 'The nearest: '],
  ])('%s is refused, with the names that are like it', (name, fix) => {
    const wrong = () => providerOf(name as string);
    expect(wrong).toThrow(
      expect.objectContaining({
        kind: 'configuration',
        message: `provider is "${name}", which is not known.`,
        fix: expect.stringContaining(fix),
      }),
    );
  });
});
