import { expect, it } from 'vitest';
import { ask, textOf } from '../fixtures/ask.js';
import { simulate } from '../simulate.js';
import { inspect } from './inspect.js';

const key = 'sk-canary-1234567890abcdef';

it('requests are kept in order, JSON bodies parsed, and still answered', async () => {
  const { fetch, requests } = inspect(simulate().fetch);
  expect(await textOf(ask({ fetch }, { max_tokens: 3 }))).not.toBe('');
  await fetch(new Request('http://simulator/v1/models'));
  expect(requests).toMatchObject([
    {
      method: 'POST',
      url: 'http://simulator/v1/chat/completions',
      headers: { 'content-type': 'application/json' },
      body: { model: 'gpt-4o-mini', max_tokens: 3, messages: [{ role: 'user' }] },
    },
    { method: 'GET', url: 'http://simulator/v1/models', body: '' },
  ]);
});

it('the body of a Request object is left for the provider to read', async () => {
  const { fetch, requests } = inspect(simulate().fetch);
  const body = '{"model":"gpt-4o-mini","messages":[{"role":"user","content":"Hi"}]}';
  const headers = { 'content-type': 'application/json' };
  const request = new Request('http://simulator/v1/chat/completions', {
    method: 'POST',
    headers,
    body,
  });
  expect((await fetch(request)).status).toBe(200);
  expect(requests[0]?.body).toEqual(JSON.parse(body));
});

it.each([
  ['authorization', `Bearer ${key}`, 'Bearer sk-ca***def'],
  ['api-key', key, 'sk-ca***def'],
])('the key in %s is masked', async (name, value, masked) => {
  const { fetch, requests } = inspect(simulate().fetch);
  await fetch('http://simulator/v1/models', { headers: { [name]: value } });
  expect(requests[0]?.headers[name]).toBe(masked);
  expect(JSON.stringify(requests)).not.toContain(key);
});

it('a signal reaches the provider', async () => {
  const { fetch } = inspect(simulate().fetch);
  const signal = AbortSignal.abort(new Error('enough'));
  await expect(fetch('http://simulator/v1/models', { signal })).rejects.toThrow('enough');
});
