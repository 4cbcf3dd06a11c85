import OpenAI, { AzureOpenAI } from 'openai';
import { describe, expect, it } from 'vitest';
import { canaryKey, everythingPrinted, expectNoCanary } from '../fixtures/canary.js';
import { request } from '../fixtures/fake-call.js';
import { scriptedProvider } from '../fixtures/scripted-provider.js';
import { completion } from '../fixtures/wire-events.js';
import { fromOpenAI } from './from-openai.js';

const reply = { body: [completion('Hello')] };
const echo = { status: 401, body: [`{"error":{"message":"Bad key ${canaryKey}"}}`] };
const baseURL = 'https://api.test/v1';

describe('fromOpenAI', () => {
  it("sends the SDK's own headers to the SDK's own address", async () => {
    const { fetch, requests } = scriptedProvider([reply]);
    const client = new OpenAI({ apiKey: canaryKey, organization: 'org_1', fetch, baseURL });
    const stream = await fromOpenAI(client)(request, {});
    expect((await stream.completion()).choices[0]?.message.content).toBe('Hello');
    expect(requests[0]).toMatchObject({
      url: `${baseURL}/chat/completions`,
      headers: { authorization: `Bearer ${canaryKey}`, 'openai-organization': 'org_1' },
    });
    expect(JSON.parse(requests[0]?.body ?? '')).toMatchObject({
      ...request,
      stream: true,
      stream_options: { include_usage: true, include_obfuscation: false },
    });
  });

  it('Azure: the deployment is in the address and the key in the api-key header', async () => {
    const { fetch, requests } = scriptedProvider([reply, echo]);
    const client = new AzureOpenAI({
      apiKey: canaryKey,
      endpoint: 'https://resource.openai.azure.test',
      apiVersion: '2024-10-21',
      deployment: 'my-deployment',
      fetch,
    });
    const call = fromOpenAI(client);
    await (await call(request, {})).completion();
    expect(requests[0]?.url).toBe(
      'https://resource.openai.azure.test/openai/deployments/my-deployment/chat/completions?api-version=2024-10-21',
    );
    expect(requests[0]?.headers).toMatchObject({ 'api-key': canaryKey });
    expect(requests[0]?.headers.authorization).toBeUndefined();
    const error = await call(request, {}).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ kind: 'authentication', status: 401 });
    expectNoCanary(error);
  });

  it('a key that is fetched just before the call is kept out of errors as well', async () => {
    const { fetch } = scriptedProvider([echo]);
    const client = new OpenAI({ apiKey: async () => canaryKey, fetch, baseURL });
    const error = await fromOpenAI(client)(request, {}).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ kind: 'authentication' });
    expectNoCanary(error);
  });

  it('a key provider that fails is a configuration error, and nothing is sent', async () => {
    const { fetch, requests } = scriptedProvider([reply]);
    const apiKey = () => Promise.reject(new Error('the vault is closed'));
    const client = new OpenAI({ apiKey, fetch, baseURL });
    const error = await fromOpenAI(client)(request, {}).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ kind: 'configuration', code: 'openai-client' });
    expect(everythingPrinted(error)).toContain('the vault is closed');
    expect(requests).toEqual([]);
  });

  it('the SDK retries nothing, and the client that was passed in keeps its own settings', async () => {
    const { fetch, requests } = scriptedProvider([{ status: 500, body: ['{}'] }]);
    const client = new OpenAI({ apiKey: canaryKey, maxRetries: 7, timeout: 5, fetch, baseURL });
    await expect(fromOpenAI(client)(request, {})).rejects.toMatchObject({ kind: 'server' });
    expect(requests).toHaveLength(1);
    expect(client).toMatchObject({ maxRetries: 7, timeout: 5 });
  });

  it('two calls at once each get their own reply', async () => {
    const { fetch } = scriptedProvider([
      { body: [completion('first')] },
      { body: [completion('second')] },
    ]);
    const call = fromOpenAI(new OpenAI({ apiKey: canaryKey, fetch, baseURL }));
    const texts = await Promise.all(
      [1, 2].map(async () => {
        const { choices } = await (await call(request, {})).completion();
        return choices[0]?.message.content;
      }),
    );
    expect(texts.toSorted()).toEqual(['first', 'second']);
  });

  it('an abort ends a call even if fetch ignores its signal, and leaves no timer of the SDK', async () => {
    const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout');
    const before = timers().length;
    const controller = new AbortController();
    const called = Promise.withResolvers<void>();
    const fetch = () => {
      called.resolve();
      return new Promise<Response>(() => {});
    };
    const client = new OpenAI({ apiKey: canaryKey, fetch, baseURL });
    const running = fromOpenAI(client)(request, { signal: controller.signal });
    await called.promise;
    controller.abort();
    await expect(running).rejects.toMatchObject({ kind: 'aborted' });
    await new Promise((resolve) => setImmediate(resolve));
    expect(timers()).toHaveLength(before);
  });

  it('an address with a password is refused at once', () => {
    const client = new OpenAI({ apiKey: canaryKey, baseURL: 'https://user:secret@api.test/v1' });
    expect(() => fromOpenAI(client)).toThrow('baseURL has a user name or password');
  });
});
