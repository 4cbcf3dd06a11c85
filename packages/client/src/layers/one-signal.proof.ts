import { getEventListeners } from 'node:events';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { isChatError, retryQuota, stack } from '@farebox/core';
import { virtualClock } from '@farebox/core/testing';
import { expect, it } from 'vitest';
import { request } from '../fixtures/fake-call.js';
import { scriptedProvider } from '../fixtures/scripted-provider.js';
import type { ScriptedReply } from '../fixtures/scripted-reply.js';
import { immediately } from '../fixtures/test-settle-rule.js';
import { content, finish, role } from '../fixtures/wire-events.js';
import { fetchTransport } from '../transport/fetch-transport.js';
import { clocks } from './clocks.js';
import { deadline } from './deadline.js';
import { retry } from './retry.js';

/** With the default quota, most of so many failing calls would rightly not wait for a retry. */
const quota = retryQuota({ tokens: Number.POSITIVE_INFINITY });
const layers = stack(deadline(), retry({ quota }), clocks());

/** A call that the abort meets before its headers, in each kind of wait, and on both sides of its first text. */
const unfinished: readonly ScriptedReply[] = [
  { ending: 'silent' },
  { status: 500 },
  { status: 429, headers: { 'retry-after': '7' } },
  { status: 503, body: ['{"error":{'], ending: 'stall' },
  { ending: 'refuse' },
  { body: [role], ending: 'stall' },
  { body: [role, content('a')], ending: 'stall' },
];

it('10,000 calls aborted by one signal send nothing more, and leave no listener, timer or open reply', async () => {
  const count = 10_000;
  const unhandled: unknown[] = [];
  const listen = (reason: unknown) => unhandled.push(reason);
  process.on('unhandledRejection', listen);
  const clock = virtualClock({ settle: immediately });
  const replies = Array.from({ length: count }, (_, index) => unfinished[index % 7] ?? {});
  const provider = scriptedProvider(replies);
  const call = layers(fetchTransport({ fetch: provider.fetch }));
  const controller = new AbortController();
  const { signal } = controller;
  const ended: Record<string, number> = {};
  const one = async () => {
    let how = 'completed';
    try {
      for await (const _ of (await call(request, { clock, signal })).text());
    } catch (error) {
      how = isChatError(error) ? error.kind : 'a defect';
    }
    ended[how] = (ended[how] ?? 0) + 1;
  };

  const calls: Promise<void>[] = [];
  while (calls.length < count) {
    calls.push(one());
    // So that the abort meets calls at every step on their way.
    if (calls.length % 100 === 0) await Promise.resolve();
  }
  expect(getEventListeners(signal, 'abort').length).toBeGreaterThanOrEqual(count);
  controller.abort();
  await Promise.all(calls);
  expect(ended).toEqual({ aborted: count });
  expect(provider.requests).toHaveLength(count);
  expect(getEventListeners(signal, 'abort')).toEqual([]);
  expect(clock.pending).toBe(0);
  await clock.advance(3_600_000);
  expect(provider.requests).toHaveLength(count);
  expect(provider.open).toBe(0);

  await Promise.all(Array.from({ length: count }, one));
  expect(ended).toEqual({ aborted: 2 * count });
  expect(provider.requests).toHaveLength(count);
  expect(getEventListeners(signal, 'abort')).toEqual([]);
  expect(clock.pending).toBe(0);
  process.off('unhandledRejection', listen);
  expect(unhandled).toEqual([]);
});

it('over 100,000 calls on one signal, some of them retried, the heap stays flat', {
  timeout: 180_000,
}, async () => {
  setFlagsFromString('--expose-gc');
  const collectGarbage: () => void = runInNewContext('gc');
  let requests = 0;
  const fetch = async (): Promise<Response> => {
    // Each call that meets a 500 is sent again at once, and one in ten calls fails for good.
    const turn = requests++ % 10;
    if (turn === 3) return new Response('', { status: 500 });
    if (turn === 7) return new Response('', { status: 400 });
    return new Response(role + content('a') + content('b') + finish());
  };
  const call = layers(fetchTransport({ fetch }));
  const { signal } = new AbortController();
  let made = 0;
  const one = async () => {
    const isLeft = made++ % 4 === 0;
    try {
      const stream = await call(request, { signal, random: () => 0 });
      for await (const _ of stream.text()) if (isLeft) break;
    } catch (error) {
      if (!isChatError(error) || error.kind !== 'bad-request') throw error;
    }
  };
  const heapAfter = async (count: number) => {
    while (made < count) await Promise.all(Array.from({ length: 50 }, one));
    collectGarbage();
    return process.memoryUsage().heapUsed;
  };
  const before = await heapAfter(20_000);
  const after = await heapAfter(100_000);
  console.log(`heap after 20,000 calls: ${before} bytes; after 100,000: ${after} bytes`);
  expect(requests).toBeGreaterThan(105_000);
  expect(getEventListeners(signal, 'abort')).toEqual([]);
  expect(process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length).toBeLessThan(
    5,
  );
  // 80,000 calls that each left a listener or a timer behind would hold tens of megabytes.
  expect(after - before).toBeLessThan(1024 * 1024);
});
