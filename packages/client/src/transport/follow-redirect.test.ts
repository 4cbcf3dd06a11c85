import { describe, expect, it } from 'vitest';
import { scriptedProvider } from '../fixtures/scripted-provider.js';
import { sendFollowing } from './follow-redirect.js';

const url = 'https://api.test/v1/chat/completions';
const to = (location: string, status = 307) => ({ status, headers: { location } });

async function send(...replies: Parameters<typeof scriptedProvider>[0]) {
  const provider = scriptedProvider(replies);
  const init = { method: 'POST', headers: { 'api-key': 'k' }, body: '{"messages":[]}' };
  const { signal } = new AbortController();
  const { status } = await sendFollowing((to) => provider.fetch(to, init), url, signal);
  return { status, provider };
}

describe('a redirect', () => {
  it('that comes with an abort is not followed, whatever the fetch would do', async () => {
    const controller = new AbortController();
    const provider = scriptedProvider([to('/v2'), { status: 200 }]);
    const send = async (to: string) => {
      const response = await provider.fetch(to, { body: '{}' });
      controller.abort('enough');
      return response;
    };
    await expect(sendFollowing(send, url, controller.signal)).rejects.toBe('enough');
    expect(provider.requests).toHaveLength(1);
    expect(provider.cancelled).toBe(1);
  });

  it.each([
    ['a path', '/v2/chat', 'https://api.test/v2/chat'],
    ['a relative path', 'completions2', 'https://api.test/v1/chat/completions2'],
    ['a whole address', 'https://api.test/v2', 'https://api.test/v2'],
    ['the port that goes without saying', 'https://api.test:443/v2', 'https://api.test/v2'],
    ['another spelling of the host', 'HTTPS://API.test/v2', 'https://api.test/v2'],
  ])('to %s of the same origin is followed with method and body', async (_, location, target) => {
    const { status, provider } = await send(to(location), { status: 200 });
    expect(status).toBe(200);
    expect(provider.requests).toEqual([
      expect.objectContaining({ url }),
      { url: target, headers: { 'api-key': 'k' }, body: '{"messages":[]}' },
    ]);
    // The first reply was let go of.
    expect(provider.cancelled).toBe(1);
  });

  it.each([
    'https://elsewhere.test/v1',
    'http://api.test/v1',
    'https://api.test:8443/v1',
    '//elsewhere.test/v1',
    'https://api.test.elsewhere.test/',
    'https://api.test@elsewhere.test/',
    'https://user@api.test/v1',
    'https://user:password@api.test/v1',
    'file:///etc/passwd',
    'data:text/plain,hello',
    'https://[',
  ])('to %s is not followed', async (location) => {
    const { status, provider } = await send(to(location), { status: 200 });
    expect(status).toBe(307);
    expect(provider.requests).toHaveLength(1);
  });

  it.each([300, 301, 302, 303, 304, 305, 306])('of status %i is not followed', async (status) => {
    const { provider } = await send(to('/v2', status), { status: 200 });
    expect(provider.requests).toHaveLength(1);
  });

  it('without a place to go is not followed', async () => {
    const { provider } = await send({ status: 308 }, { status: 200 });
    expect(provider.requests).toHaveLength(1);
  });

  it('after another is not followed', async () => {
    const { status, provider } = await send(to('/v2', 308), to('/v3', 308), { status: 200 });
    expect(status).toBe(308);
    expect(provider.requests).toHaveLength(2);
  });
});
