import OpenAI from 'openai';
import { describe, expect, it } from 'vitest';
import { request } from './fixtures/fake-call.js';
import { readText } from './fixtures/read-text.js';
import { scriptedProvider } from './fixtures/scripted-provider.js';
import { content, done } from './fixtures/wire-events.js';
import { fromOpenAI } from './openai/from-openai.js';
import { type ProfileName, profileOf, profiles } from './profiles.js';
import { fetchTransport } from './transport/fetch-transport.js';

describe('profiles by name', () => {
  it('OpenAI is the protocol itself, and the default', () => {
    expect(profiles.openai).toEqual({});
    expect(profileOf(undefined)).toBe(profiles.openai);
  });

  it('only who is known to never say how an answer ended is believed without it', () => {
    const relaxed = (Object.keys(profiles) as ProfileName[]).filter(
      (name) => (profileOf(name).completeOn ?? 'finish') !== 'finish',
    );
    expect(relaxed).toEqual(['vllm-mlx']);
  });

  it('one in your own words is taken as it is', () => {
    const mine = { finishReasons: { eos: 'stop' } } as const;
    expect(profileOf(mine)).toBe(mine);
  });

  it.each([
    ['mistrall', 'Known are mistral'],
    ['constructor', 'Known are'],
    ['?', 'Known are openai, mistral'],
  ])('%s is refused, with the names that are like it', (name, fix) => {
    const wrong = () => fetchTransport({ profile: name as ProfileName });
    expect(wrong).toThrow(expect.objectContaining({ kind: 'configuration' }));
    expect(wrong).toThrow(expect.objectContaining({ fix: expect.stringContaining(fix) }));
  });
});

describe('a profile under a transport', () => {
  const apiKey = 'sk-of-the-test-0123456789';
  const transports = {
    fetchTransport: (fetch: typeof globalThis.fetch, profile?: ProfileName) =>
      fetchTransport({ fetch, profile }),
    fromOpenAI: (fetch: typeof globalThis.fetch, profile?: ProfileName) =>
      fromOpenAI(new OpenAI({ apiKey, fetch }), { profile }),
  };

  it.each(Object.entries(transports))('%s sends what the provider takes', async (_name, open) => {
    const provider = scriptedProvider([{ body: [content('Hi'), done] }]);
    const asked = { ...request, store: true, max_completion_tokens: 5 };
    await (await open(provider.fetch, 'mistral')(asked, {})).completion().catch(() => {});
    await (await open(provider.fetch)(asked, {})).completion().catch(() => {});
    const bodies = provider.requests.map(({ body }) => JSON.parse(body));
    expect(bodies[0]).toEqual({ ...request, stream: true, max_tokens: 5 });
    expect(bodies[1]).toMatchObject({ store: true, max_completion_tokens: 5, stream_options: {} });
  });

  it.each(Object.entries(transports))('%s reads what the provider sends', async (_name, open) => {
    const provider = scriptedProvider([{ body: [content('Hi'), done] }]);
    const believed = await readText(await open(provider.fetch, 'vllm-mlx')(request, {}));
    expect(believed).toEqual({ text: 'Hi', error: undefined });
    const { error } = await readText(await open(provider.fetch)(request, {}));
    expect(error).toMatchObject({ kind: 'truncated', code: 'no-finish' });
  });
});
