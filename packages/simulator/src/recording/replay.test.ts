import { virtualClock } from '@farebox/core/testing';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { ask, errorOf, textOf } from '../fixtures/ask.js';
import { simulate } from '../simulate.js';
import { record } from './record.js';
import type { Exchange, Recording } from './recording.js';
import { replay } from './replay.js';

const recorded = async (...requests: Record<string, unknown>[]): Promise<Recording> => {
  const recorder = record(simulate({ seed: 7 }).fetch);
  for (const request of requests) await (await ask(recorder, request)).text();
  // As it comes back from a file.
  return JSON.parse(JSON.stringify(recorder.recording));
};
const oneExchange = (response: Exchange['response']): Recording => ({
  version: 1,
  exchanges: [{ request: { method: 'GET', path: '/', body: '' }, response }],
});

it('a recorded stream comes back byte for byte', async () => {
  const live = record(simulate({ seed: 7 }).fetch);
  const first = await (await ask(live, { stream: true })).text();
  const again = await ask({ fetch: replay(live.recording) }, { stream: true });
  expect(again.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  expect(await again.text()).toBe(first);
});

it('neither the host, the key nor the order of fields matters; a changed value does', async () => {
  const fetch = replay(await recorded({ temperature: 0 }));
  const body = { temperature: 0, model: 'gpt-4o-mini' };
  const messages = [{ content: 'Explain a for loop in two lines', role: 'user' }];
  const send = (changed: object) =>
    fetch('https://elsewhere.example/v1/chat/completions', {
      method: 'POST',
      headers: { authorization: 'Bearer other' },
      body: JSON.stringify({ ...body, messages, ...changed }),
    });
  expect((await send({})).status).toBe(200);
  expect(await errorOf(send({ temperature: 1 }))).toMatchObject({
    status: 404,
    code: 'not_recorded',
  });
});

it('a request that was not recorded is told where it first differs from the next one', async () => {
  const fetch = replay(await recorded({ temperature: 0 }));
  expect(await errorOf(ask({ fetch }, { temperature: 0.5 }))).toMatchObject({
    param: 'body.temperature',
    message: expect.stringContaining("differs in 'body.temperature'"),
  });
  const asked = [{ role: 'user', content: 'Other' }];
  const other = await errorOf(ask({ fetch }, { messages: asked }));
  expect(other.param).toBe('body.messages[0].content');
  expect(await errorOf(ask({ fetch: replay({ version: 1, exchanges: [] }) }))).toMatchObject({
    param: null,
  });
});

it('equal requests get their replies in order, and the last one from then on', async () => {
  const recording = await recorded({ temperature: 1 }, { temperature: 1 });
  const texts = recording.exchanges.map(({ response }) => JSON.stringify(response));
  expect(texts[0]).not.toBe(texts[1]);
  const fetch = replay(recording);
  const replies: string[] = [];
  for (let count = 0; count < 3; count++) {
    replies.push(await textOf(ask({ fetch }, { temperature: 1 })));
  }
  expect(replies[0]).not.toBe(replies[1]);
  expect(replies[2]).toBe(replies[1]);
});

it('recorded timing is kept on the clock, and without it nothing waits', async () => {
  const clock = virtualClock();
  const response = {
    status: 200,
    headers: {},
    headersAtMs: 100,
    chunks: [
      { atMs: 150, text: 'a' },
      { atMs: 900, text: 'b' },
    ],
    ended: 'closed' as const,
  };
  const fetch = replay(oneExchange(response), { timing: 'recorded', clock });
  const seen: [number, string][] = [];
  const reading = (async () => {
    const reply = await fetch('http://provider/');
    seen.push([clock.monotonicMs(), 'headers']);
    const decoder = new TextDecoder();
    for await (const bytes of reply.body ?? []) {
      seen.push([clock.monotonicMs(), decoder.decode(bytes)]);
    }
  })();
  const startedMs = clock.monotonicMs();
  await clock.advance(1_000);
  await reading;
  expect(seen.map(([atMs, what]) => [atMs - startedMs, what])).toEqual([
    [100, 'headers'],
    [150, 'a'],
    [900, 'b'],
  ]);
  expect(await (await replay(oneExchange(response))('http://provider/')).text()).toBe('ab');
});

it('a broken body breaks again, a failed connection fails, and an open one hangs till the abort', async () => {
  const broken = { status: 200, headers: {}, headersAtMs: 0, chunks: [], ended: 'broken' as const };
  const reply = await replay(oneExchange(broken))('http://provider/');
  await expect(reply.text()).rejects.toThrow('terminated');
  await expect(replay(oneExchange('failed'))('http://provider/')).rejects.toThrow('fetch failed');

  for (const response of ['open' as const, { ...broken, ended: 'open' as const }]) {
    const given = new AbortController();
    const fetch = replay(oneExchange(response));
    const reading = fetch('http://provider/', { signal: given.signal }).then((got) => got.text());
    given.abort(new Error('enough'));
    await expect(reading).rejects.toThrow('enough');
  }
});

it('a secret in the request is matched by its redacted form', async () => {
  const recorder = record(simulate().fetch);
  const send = (fetch: typeof globalThis.fetch, key: string) =>
    fetch(`http://provider/v1/models?api-key=${key}`);
  await (await send(recorder.fetch, 'sk-canary-1234567890abcdef')).text();
  const fetch = replay(recorder.recording);
  expect((await send(fetch, 'sk-another-fedcba0987654321')).status).toBe(200);
});

it('any reply comes back as it was, through JSON and however it was cut', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.uint8Array({ minLength: 1 })), async (chunks) => {
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          for (const chunk of chunks) controller.enqueue(chunk);
          controller.close();
        },
      });
      const recorder = record(async () => new Response(body, { status: 418 }));
      const first = await (await recorder.fetch('http://provider/')).arrayBuffer();
      const fetch = replay(JSON.parse(JSON.stringify(recorder.recording)));
      const again = await fetch('http://elsewhere/');
      expect(again.status).toBe(418);
      expect([...new Uint8Array(await again.arrayBuffer())]).toEqual([...new Uint8Array(first)]);
    }),
  );
});

it('a recording of another version is refused with the way out', () => {
  expect(() => replay({ version: 2, exchanges: [] } as unknown as Recording)).toThrow(
    "The recording's version is 2; record it again.",
  );
});
