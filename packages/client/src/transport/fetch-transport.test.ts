import { describe, expect, it } from 'vitest';
import { canaryKey, everythingPrinted } from '../fixtures/canary.js';
import { request } from '../fixtures/fake-call.js';
import { scriptedProvider } from '../fixtures/scripted-provider.js';
import { immediately } from '../fixtures/test-settle-rule.js';
import { completion } from '../fixtures/wire-events.js';
import { fetchTransport } from './fetch-transport.js';

const reply = { headers: { 'x-request-id': 'req_7' }, body: [completion('Hello')] };

describe('fetchTransport', () => {
  it.each([undefined, 'https://api.test/v1', 'https://api.test/v1/', 'https://api.test/v1//'])(
    'sends one POST to chat/completions under %s',
    async (baseURL) => {
      const { fetch, requests } = scriptedProvider([reply]);
      const stream = await fetchTransport({ apiKey: canaryKey, fetch, baseURL })(request, {});
      await stream.completion();
      const origin = baseURL === undefined ? 'https://api.openai.com' : 'https://api.test';
      expect(requests).toHaveLength(1);
      expect(requests[0]).toMatchObject({
        url: `${origin}/v1/chat/completions`,
        headers: { authorization: `Bearer ${canaryKey}`, 'content-type': 'application/json' },
      });
      expect(JSON.parse(requests[0]?.body ?? '')).toMatchObject({ ...request, stream: true });
    },
  );

  it('tells the status and the request id', async () => {
    const { fetch } = scriptedProvider([reply]);
    const stream = await fetchTransport({ fetch })(request, {});
    expect(stream.facts).toEqual({ status: 200, requestId: 'req_7' });
    await stream.completion();
  });

  it('hands over the headers when they have come, before it settles', async () => {
    const { fetch } = scriptedProvider([reply]);
    const heard: string[] = [];
    const stream = await fetchTransport({ fetch })(request, {
      onHeaders: (headers) => void heard.push(headers.get('x-request-id') ?? ''),
    });
    expect(heard).toEqual(['req_7']);
    await stream.completion();
  });

  it('a signal that is aborted already sends nothing', async () => {
    const { fetch, requests } = scriptedProvider([reply]);
    const running = fetchTransport({ fetch })(request, { signal: AbortSignal.abort() });
    await expect(running).rejects.toMatchObject({ kind: 'aborted', delivered: false });
    expect(requests).toEqual([]);
  });

  it('a fetch that ignores its signal does not hold up an abort; its reply is let go of', async () => {
    const controller = new AbortController();
    const answer = Promise.withResolvers<Response>();
    const { signal } = controller;
    const running = fetchTransport({ fetch: () => answer.promise })(request, { signal });
    controller.abort();
    await expect(running).rejects.toMatchObject({ kind: 'aborted' });
    let isCancelled = false;
    const cancel = () => {
      isCancelled = true;
    };
    answer.resolve(new Response(new ReadableStream({ cancel })));
    await immediately();
    expect(isCancelled).toBe(true);
  });

  it('a redirect that a browser hides is one', async () => {
    const hidden = Object.defineProperty(Response.error(), 'type', { value: 'opaqueredirect' });
    const running = fetchTransport({ fetch: async () => hidden })(request, {});
    await expect(running).rejects.toMatchObject({ code: 'redirect', status: undefined });
  });

  it('a secret header that the provider repeats is not in the error', async () => {
    const body = [`{"error":{"message":"Bad api-key ${canaryKey}"}}`];
    const { fetch } = scriptedProvider([{ status: 403, body }]);
    const call = fetchTransport({ fetch, headers: { 'api-key': canaryKey } });
    const error = await call(request, {}).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ kind: 'permission' });
    expect(everythingPrinted(error)).not.toContain(canaryKey);
  });
});
