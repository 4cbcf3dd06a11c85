import { expect, test } from 'vitest';
import type { CellMessage } from './protocol.js';
import { serveFetch } from './serve-fetch.js';
import { bridgedFetch } from './worker/bridged-fetch.js';

/** A cell's `fetch` and the page's end of it, as close as a port would hold them. */
function connect(provider: typeof globalThis.fetch) {
  const sent: CellMessage[] = [];
  const cell = bridgedFetch((message) => {
    sent.push(message);
    queueMicrotask(() => page.take(message));
  });
  const page = serveFetch(provider, (message) => queueMicrotask(() => cell.take(message)));
  return { fetch: cell.fetch, page, sent };
}

test('a request and its reply cross whole, with method, headers, body and status', async () => {
  const { fetch } = connect(async (input, init) => {
    const request = new Request(input, init);
    const text = `${request.method} ${request.url} ${await request.text()}`;
    return new Response(text, { status: 201, headers: { 'x-request-id': 'req_1' } });
  });
  const response = await fetch('http://provider/v1', { method: 'POST', body: 'hello' });
  expect([response.status, response.headers.get('x-request-id')]).toEqual([201, 'req_1']);
  expect(await response.text()).toBe('POST http://provider/v1 hello');
});

test('a body crosses part by part, and only as it is read', async () => {
  const bytes = new TextEncoder();
  let pulled = 0;
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        pulled += 1;
        controller.enqueue(bytes.encode(`${pulled} `));
        if (pulled === 3) controller.close();
      },
    },
    { highWaterMark: 0 },
  );
  const { fetch } = connect(async () => new Response(body));
  const response = await fetch('http://provider/');
  expect(pulled).toBe(0);
  const reader = response.body?.getReader();
  await reader?.read();
  expect(pulled).toBe(1);
  await reader?.read();
  await reader?.read();
  expect([pulled, await reader?.read()]).toEqual([3, { done: true, value: undefined }]);
});

test('an abort reaches the provider and rejects as the platform would', async () => {
  const controller = new AbortController();
  let seen: AbortSignal | undefined;
  const { fetch } = connect((_, init) => {
    seen = init?.signal ?? undefined;
    controller.abort();
    return new Promise(() => {});
  });
  const asking = fetch('http://provider/', { signal: controller.signal });
  await expect(asking).rejects.toMatchObject({ name: 'AbortError' });
  await expect.poll(() => seen?.aborted).toBe(true);
});

test('a provider that breaks is a TypeError, as a broken network is', async () => {
  const { fetch } = connect(() => Promise.reject(new Error('The wire is cut.')));
  await expect(fetch('http://provider/')).rejects.toThrow(new TypeError('The wire is cut.'));
});

test('what broke has its code on both sides, in the request and in the body', async () => {
  const reset = new TypeError('fetch failed', {
    cause: Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' }),
  });
  const told = { message: 'fetch failed', cause: expect.objectContaining({ code: 'ECONNRESET' }) };
  const early = connect(() => Promise.reject(reset));
  await expect(early.fetch('http://provider/')).rejects.toMatchObject(told);
  const body = new ReadableStream({ pull: (controller) => controller.error(reset) });
  const late = connect(async () => new Response(body));
  await expect((await late.fetch('http://provider/')).text()).rejects.toMatchObject(told);
});

test('closing the page’s end aborts what is under way', async () => {
  let seen: AbortSignal | undefined;
  const { fetch, page } = connect((_, init) => {
    seen = init?.signal ?? undefined;
    return new Promise(() => {});
  });
  fetch('http://provider/').catch(() => {});
  await expect.poll(() => seen).toBeDefined();
  page.close();
  expect(seen?.aborted).toBe(true);
});

test('the 201st request of a run is refused', async () => {
  const { fetch } = connect(async () => new Response('ok'));
  for (let request = 1; request <= 200; request++) await (await fetch('http://provider/')).text();
  await expect(fetch('http://provider/')).rejects.toThrow('A run may make 200 requests.');
});
