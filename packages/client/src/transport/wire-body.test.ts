import { expect, it } from 'vitest';
import { request } from '../fixtures/fake-call.js';
import { wireBody, wireJson } from './wire-body.js';

it('goes out streaming, with usage and without obfuscation', () => {
  const expected = {
    ...request,
    stream: true,
    stream_options: { include_usage: true, include_obfuscation: false },
  };
  expect(wireBody(request)).toEqual(expected);
  expect(wireBody({ ...request, stream: null })).toEqual(expected);
});

it('what the caller says of the stream wins', () => {
  const { stream_options } = wireBody({
    ...request,
    stream_options: { include_obfuscation: true },
  });
  expect(stream_options).toEqual({ include_usage: true, include_obfuscation: true });
});

it('one JSON reply has no stream options, which OpenAI would refuse', () => {
  const body = wireBody({ ...request, stream: false, stream_options: { include_usage: true } });
  expect(body).toEqual({ ...request, stream: false });
});

it('fields that nobody knows yet pass through', () => {
  const body = wireBody({ ...request, tomorrow: { new: 1 } } as typeof request);
  expect(body).toMatchObject({ tomorrow: { new: 1 } });
});

it('what JSON cannot hold is refused before anything is sent', () => {
  const body = { ...request, metadata: { big: 1n } } as unknown as typeof request;
  expect(() => wireJson(body)).toThrow('cannot be written as JSON');
});

it('what a provider refuses is left out, also where the caller set it', () => {
  const body = wireBody({ ...request, store: false, user: 'me' }, { omits: ['store', 'user'] });
  expect(body).not.toHaveProperty('store');
  expect(body).not.toHaveProperty('user');
  expect(wireBody({ ...request, store: false }, {})).toHaveProperty('store', false);
  expect(wireBody(request, { omits: ['stream_options'] })).toEqual({ ...request, stream: true });
});

it('obfuscation alone can be left out, and usage is still asked for', () => {
  const profile = { omits: ['stream_options.include_obfuscation'] } as const;
  const asked = { ...request, stream_options: { include_obfuscation: true } };
  expect(wireBody(asked, profile).stream_options).toEqual({ include_usage: true });
});

it('the output ceiling goes by the name that the provider knows, and the newer of two wins', () => {
  const profile = { outputCeiling: 'max_tokens' } as const;
  const both = { ...request, max_completion_tokens: 20, max_tokens: 10 };
  expect(wireBody(both, profile)).toMatchObject({ max_tokens: 20 });
  expect(wireBody(both, profile)).not.toHaveProperty('max_completion_tokens');
  expect(wireBody({ ...request, max_tokens: 10 }, profile)).toMatchObject({ max_tokens: 10 });
  expect(wireBody(both)).toMatchObject({ max_completion_tokens: 20, max_tokens: 10 });
});
