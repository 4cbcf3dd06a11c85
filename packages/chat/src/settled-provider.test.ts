import { isProvider, type ProviderName, providerOf, providers } from '@farebox/client';
import { memoryLedger, priceLists } from '@farebox/cost';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ChatClient } from './chat-client.js';
import { cannedProvider } from './fixtures/canned-provider.js';
import { settledProvider } from './settled-provider.js';

const anthropicKey = 'sk-ant-canary-0123456789';
const openaiKey = 'sk-openai-canary-0123456789';

beforeEach(() => {
  vi.stubEnv('OPENAI_API_KEY', openaiKey);
  vi.stubEnv('ANTHROPIC_API_KEY', anthropicKey);
});
afterEach(() => vi.unstubAllEnvs());

describe('a provider by its name', () => {
  it('has its address, its key, its profile and its prices', () => {
    expect(settledProvider({ provider: 'anthropic' })).toMatchObject({
      baseURL: 'https://api.anthropic.com/v1',
      apiKey: anthropicKey,
      profile: providers.anthropic.profile,
      prices: priceLists.anthropic,
    });
    expect(settledProvider({})).toMatchObject({ apiKey: openaiKey, prices: priceLists.openai });
  });

  it('gives way to whatever is said itself', () => {
    const own = {
      apiKey: 'key-of-my-own',
      baseURL: 'https://gateway.example/v1',
      profile: {},
      prices: priceLists.groq,
    };
    expect(settledProvider({ provider: 'anthropic', ...own })).toMatchObject(own);
  });

  it("sends the environment's key to its own address alone, under whatever path", () => {
    const at = (baseURL: string) => settledProvider({ provider: 'anthropic', baseURL }).apiKey;
    expect(at('https://api.anthropic.com/v2/')).toBe(anthropicKey);
    for (const other of [
      'http://api.anthropic.com/v1',
      'https://api.anthropic.com.evil.example/v1',
      'https://api.openai.com/v1',
      'http://localhost:8080/v1',
    ]) {
      expect(at(other)).toBeUndefined();
    }
  });

  it.each(Object.keys(providers).filter(isProvider))(
    '%s can be called with a key and nothing else',
    async (name) => {
      vi.stubEnv('AZURE_OPENAI_ENDPOINT', 'https://mine.openai.azure.com/');
      const { fetch, requests } = cannedProvider({});
      const client = new ChatClient({
        provider: name,
        model: 'some-model',
        apiKey: 'key-0123456789',
        fetch,
      });
      const answer = await client.ask('Hello?');
      expect(answer.text).toBe('Hello there');
      const [request] = requests;
      expect(request?.url).toMatch(/\/chat\/completions$/);
      expect(request?.headers.get('authorization')).toBe('Bearer key-0123456789');
    },
  );

  it.each(['ollama', 'lmstudio', 'vllm'] as const)(
    '%s asks for no key, and costs nothing under any budget',
    async (name) => {
      const { fetch, requests } = cannedProvider({ model: 'llama3.2:3b' });
      const client = new ChatClient({ provider: name, model: 'llama3.2', budget: '0', fetch });
      const answer = await client.ask('Hello?');
      expect(requests[0]?.headers.get('authorization')).toBeNull();
      expect(answer.cost).toBe(0n);
      expect(answer.receipts[0]?.cost).toEqual({ known: 'reported', amount: 0n });
    },
  );
});

describe('what is missing', () => {
  it.each(Object.keys(providers).filter(isProvider))(
    '%s without a key names the variable and where to get one',
    (provider) => {
      const { keyVariable, keyPage } = providerOf(provider);
      if (keyVariable === undefined) {
        expect(() => new ChatClient({ provider, model: 'm' })).not.toThrow();
        return;
      }
      vi.stubEnv(keyVariable, '');
      vi.stubEnv('AZURE_OPENAI_ENDPOINT', 'https://mine.openai.azure.com');
      expect(() => new ChatClient({ provider, model: 'm' })).toThrow(
        expect.objectContaining({
          kind: 'configuration',
          code: 'no-key',
          message: `There is no API key: neither apiKey nor ${keyVariable} is set.`,
          fix: expect.stringContaining(keyPage ?? '-'),
        }),
      );
    },
  );

  it('a name that nobody has is refused with one that is like it', () => {
    const provider = 'antropic' as ProviderName;
    expect(() => new ChatClient({ provider, model: 'm' })).toThrow(
      expect.objectContaining({ kind: 'configuration', fix: expect.stringContaining('anthropic') }),
    );
  });

  it('azure without its address says where it goes, and how it looks', () => {
    vi.stubEnv('AZURE_OPENAI_API_KEY', 'azure-0123456789');
    vi.stubEnv('AZURE_OPENAI_ENDPOINT', '');
    expect(() => settledProvider({ provider: 'azure' })).toThrow(
      expect.objectContaining({
        kind: 'configuration',
        code: 'no-address',
        message: expect.stringContaining('AZURE_OPENAI_ENDPOINT'),
        fix: expect.stringContaining('.openai.azure.com/openai/v1'),
      }),
    );
  });
});

describe('a simulator in place of azure', () => {
  it('needs neither an address nor a key, and where there is a key the address is missed', () => {
    vi.stubEnv('AZURE_OPENAI_ENDPOINT', '');
    vi.stubEnv('AZURE_OPENAI_API_KEY', '');
    const { fetch } = cannedProvider({});
    expect(settledProvider({ provider: 'azure', fetch }).baseURL).toContain('.invalid/');
    expect(() => settledProvider({ provider: 'azure', fetch, apiKey: 'azure-0123456789' })).toThrow(
      expect.objectContaining({ code: 'no-address' }),
    );
  });
});

describe('azure', () => {
  beforeEach(() => vi.stubEnv('AZURE_OPENAI_API_KEY', 'azure-0123456789'));

  it.each([
    ['https://mine.openai.azure.com', 'https://mine.openai.azure.com/openai/v1'],
    ['https://mine.openai.azure.com/openai/v1/', 'https://mine.openai.azure.com/openai/v1'],
    ['https://gateway.example/azure/', 'https://gateway.example/azure/openai/v1'],
  ])('takes its address from the environment, however it ends: %s', (endpoint, baseURL) => {
    vi.stubEnv('AZURE_OPENAI_ENDPOINT', endpoint);
    const settled = settledProvider({ provider: 'azure' });
    expect(settled).toMatchObject({ baseURL, apiKey: 'azure-0123456789' });
  });

  it("sends the environment's key to a resource of Azure, and to the address of the environment", () => {
    vi.stubEnv('AZURE_OPENAI_ENDPOINT', 'https://gateway.example');
    const at = (baseURL: string) => settledProvider({ provider: 'azure', baseURL }).apiKey;
    expect(at('https://mine.openai.azure.com/openai/v1')).toBe('azure-0123456789');
    expect(at('https://mine.services.ai.azure.com/openai/v1')).toBe('azure-0123456789');
    expect(at('https://gateway.example/other')).toBe('azure-0123456789');
    expect(at('http://mine.openai.azure.com/openai/v1')).toBeUndefined();
    expect(at('https://mine.openai.azure.com.evil.example/openai/v1')).toBeUndefined();
    expect(at('https://evil.westeurope.cloudapp.azure.com/openai/v1')).toBeUndefined();
  });
});

describe('a fallback to another provider', () => {
  it('needs its name alone: key, address and prices are its own', async () => {
    const down = cannedProvider({ status: 503, body: '' });
    const other = cannedProvider({ model: 'claude-haiku-4-5-20251001' });
    const client = new ChatClient({
      model: 'gpt-4o-mini',
      fetch: down.fetch,
      retry: false,
      fallback: [{ provider: 'anthropic', model: 'claude-haiku-4-5', fetch: other.fetch }],
    });
    const answer = await client.ask('Hello?');
    expect(other.requests[0]?.url).toBe('https://api.anthropic.com/v1/chat/completions');
    expect(other.requests[0]?.headers.get('authorization')).toBe(`Bearer ${anthropicKey}`);
    // 20 tokens in at $1 and 2 out at $5 per million.
    expect(answer.receipts[1]?.cost).toEqual({ known: 'reported', amount: 30_000_000n });
  });
});

describe('what is stored of an answer', () => {
  it('has no key of the environment in it, of whichever provider', async () => {
    const { fetch } = cannedProvider({ text: `your key is ${anthropicKey}` });
    const ledger = memoryLedger();
    const client = new ChatClient({ model: 'gpt-4o-mini', fetch, ledger, storeContent: true });
    await client.ask(`mine is ${anthropicKey}`);
    const stored = JSON.stringify((await ledger.receipts({ content: true }))[0]?.content);
    expect(stored).toContain('[redacted]');
    expect(stored).not.toContain('canary');
  });
});
