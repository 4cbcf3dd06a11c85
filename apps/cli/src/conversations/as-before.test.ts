import { describe, expect, it } from 'vitest';
import type { Endpoint } from '../endpoint/resolve-endpoint.js';
import type { AskOptions } from '../options/ask-options.js';
import { asBefore, askedElsewhere, askedWith } from './as-before.js';
import { type AskedWith, askedWithIn } from './asked-with.js';

const nothing: AskOptions = { model: 'gpt-4o-mini', log: true, stream: true };
const claude: AskedWith = { model: 'claude-haiku-4-5', temperature: 0.3, provider: 'anthropic' };

describe('what the command line leaves out is as before', () => {
  it('model, temperature, provider, address and profile', () => {
    const local = { ...claude, baseUrl: 'http://localhost:1/v1', profile: 'vllm' } as const;
    expect(asBefore(nothing, local, undefined)).toEqual({
      ...nothing,
      provider: 'anthropic',
      baseUrl: 'http://localhost:1/v1',
      profile: 'vllm',
      before: { model: 'claude-haiku-4-5', temperature: 0.3 },
    });
  });

  it('without anything kept, as in an older file, the options are as they are', () => {
    expect(asBefore(nothing, undefined, 'groq')).toBe(nothing);
  });

  it('the usual provider is not named, so that the address of the settings holds', () => {
    expect(asBefore(nothing, claude, 'anthropic').provider).toBeUndefined();
  });

  it('who was not named is OpenAI, also once the settings name another', () => {
    const before = { model: 'gpt-4o' };
    expect(asBefore(nothing, before, 'groq').provider).toBe('openai');
    expect(asBefore(nothing, before, undefined).provider).toBeUndefined();
  });

  it('another provider on the command line takes the model with it', () => {
    const options = { ...nothing, provider: 'groq' };
    expect(asBefore(options, claude, undefined)).toEqual({
      ...options,
      before: { temperature: 0.3 },
    });
    const same = asBefore({ ...nothing, provider: 'anthropic' }, claude, undefined);
    expect(same.before?.model).toBe('claude-haiku-4-5');
  });

  it('an address on the command line is asked for the same model, and nothing of the kept one holds', () => {
    const options = { ...nothing, baseUrl: 'http://localhost:1/v1' };
    const { provider, baseUrl, profile, before } = asBefore(
      options,
      { ...claude, profile: 'anthropic' },
      undefined,
    );
    expect({ provider, baseUrl, profile }).toEqual({ baseUrl: 'http://localhost:1/v1' });
    expect(before?.model).toBe('claude-haiku-4-5');
  });

  it('the model of the simulator holds until somebody is named', () => {
    const before = { model: 'gpt-4o', simulated: true };
    expect(asBefore(nothing, before, undefined).before?.model).toBe('gpt-4o');
    expect(asBefore(nothing, before, 'anthropic').before?.model).toBeUndefined();
    expect(asBefore(nothing, before, 'anthropic').provider).toBeUndefined();
  });
});

describe('what is kept', () => {
  const server: Endpoint = {
    kind: 'server',
    baseUrl: 'http://a.test/v1',
    baseUrlSource: '--base-url',
    origin: 'http://a.test',
    apiKey: undefined,
    apiKeySource: undefined,
  };

  it('has the address of the command line, and of nowhere else', () => {
    const settings = { model: 'm', temperature: null };
    expect(askedWith(settings, {}, server)).toEqual({ model: 'm', baseUrl: 'http://a.test/v1' });
    for (const baseUrlSource of ['environment', 'config', '.env', 'default'] as const) {
      expect(askedWith(settings, {}, { ...server, baseUrlSource }).baseUrl).toBeUndefined();
    }
  });

  it('says whether the simulator answered', () => {
    const kept = askedWith({ model: 'm', temperature: 1 }, {}, { kind: 'simulator' });
    expect(kept).toEqual({ model: 'm', temperature: 1, simulated: true });
  });

  it('is read from its file, and what is not understood is an error without a value of it', () => {
    expect(askedWithIn({ version: 1, askedWith: claude }, 'a')).toEqual(claude);
    expect(askedWithIn({ version: 1 }, 'a')).toBeUndefined();
    for (const wrong of [
      7,
      null,
      {},
      { model: '' },
      { model: 'm', provider: 'canary' },
      { model: 'm', temperature: 3 },
      { model: 'm', profile: 'canary' },
      { model: 'm', new: true },
    ]) {
      const read = () => askedWithIn({ askedWith: wrong }, 'a');
      expect(read).toThrow(expect.objectContaining({ kind: 'store' }));
      expect(read).not.toThrow(/canary/);
    }
  });
});

it('somebody else is who has another name or address; the simulator is nobody before, and somebody else now', () => {
  expect(askedElsewhere(claude, { model: 'm', provider: 'anthropic' })).toBeUndefined();
  expect(askedElsewhere(claude, { model: 'm' })).toBe('anthropic');
  expect(askedElsewhere({ model: 'm' }, claude)).toBe('the usual provider');
  expect(askedElsewhere({ model: 'm', baseUrl: 'http://a/' }, { model: 'm' })).toBe('http://a/');
  expect(askedElsewhere({ model: 'm', simulated: true }, claude)).toBeUndefined();
  expect(askedElsewhere(undefined, claude)).toBeUndefined();
  expect(askedElsewhere(claude, { ...claude, simulated: true })).toBe('anthropic');
});
