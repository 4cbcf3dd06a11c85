import { getEventListeners } from 'node:events';
import { type Call, type ChatError, type StreamEnd, stack } from '@farebox/core';
import { virtualClock } from '@farebox/core/testing';
import { openStream } from '@farebox/streaming';
import { describe, expect, it } from 'vitest';
import { errorOf, fakeCall, request } from '../fixtures/fake-call.js';
import { scriptedProvider } from '../fixtures/scripted-provider.js';
import { immediately, withTime } from '../fixtures/test-settle-rule.js';
import { content, finish } from '../fixtures/wire-events.js';
import { fetchTransport } from '../transport/fetch-transport.js';
import { deadline } from './deadline.js';
import { retry } from './retry.js';

describe('deadline', () => {
  it('spans the attempts: the last wait is not begun if it could not end in time', async () => {
    const clock = virtualClock({ settle: immediately });
    const { call, contexts } = fakeCall(errorOf('server', { retryAfterMs: 4000 }));
    const layers = stack(deadline({ totalMs: 10_000 }), retry({ retries: 9 }));
    const running = layers(call)(request, { clock, random: () => 0 });
    await expect(withTime(clock, running)).rejects.toMatchObject({ gaveUp: 'deadline' });
    expect(contexts.map(({ deadlineAtMs }) => deadlineAtMs)).toEqual([10_000, 10_000, 10_000]);
    expect(clock.pending).toBe(0);
  });

  it('spans the stream: a server that trickles for ever is cut off', async () => {
    const provider = scriptedProvider([{ body: [content('a')], ending: 'stall' }]);
    const clock = virtualClock({ settle: immediately });
    const call = deadline({ totalMs: 5000 })(fetchTransport({ fetch: provider.fetch }));
    const stream = await call(request, { clock });
    const reading = stream.completion().catch((thrown: unknown) => thrown as ChatError);
    await clock.advance(4999);
    expect(provider.open).toBe(1);
    await clock.advance(1);
    expect(await reading).toMatchObject({
      kind: 'timeout',
      code: 'total',
      delivered: true,
      message: 'The call was not over after 5 s (total clock).',
    });
    expect(provider.open).toBe(0);
  });

  it('ends a request that is still without headers', async () => {
    const provider = scriptedProvider([{ ending: 'silent' }]);
    const clock = virtualClock({ settle: immediately });
    const call = deadline({ totalMs: 5000 })(fetchTransport({ fetch: provider.fetch }));
    const running = call(request, { clock });
    await expect(withTime(clock, running)).rejects.toMatchObject({ code: 'total' });
  });

  it('leaves a whole answer to its reader, who may still abort', async () => {
    const clock = virtualClock({ settle: immediately });
    const aborting = new AbortController();
    const provider = scriptedProvider([{ body: [content('a') + finish()], ending: 'stall' }]);
    const call = deadline({ totalMs: 5000 })(fetchTransport({ fetch: provider.fetch }));
    const stream = await call(request, { clock, signal: aborting.signal });
    const ends: StreamEnd[] = [];
    stream.watch({ end: (end) => void ends.push(end) });
    const text = stream.text()[Symbol.asyncIterator]();
    expect(await text.next()).toEqual({ done: false, value: 'a' });
    await clock.advance(5000);
    expect(provider.open).toBe(0);
    expect(ends).toEqual([]);
    aborting.abort();
    expect(ends).toEqual(['aborted']);
    await expect(text.next()).rejects.toMatchObject({ kind: 'aborted', attempts: 1 });
    expect(getEventListeners(aborting.signal, 'abort')).toEqual([]);
  });

  it('and an abort is heard that comes between the deadline and the stream', async () => {
    const clock = virtualClock({ settle: immediately });
    const aborting = new AbortController();
    const late: Call = async () => {
      await clock.advance(5000);
      aborting.abort();
      return openStream(new Response(content('a') + finish()));
    };
    const context = { clock, signal: aborting.signal };
    const stream = await deadline({ totalMs: 5000 })(late)(request, context);
    await expect(stream.completion()).rejects.toMatchObject({ kind: 'aborted' });
    expect(getEventListeners(aborting.signal, 'abort')).toEqual([]);
  });

  it('leaves no listener where it cuts a stream off', async () => {
    const provider = scriptedProvider([{ body: [content('a')], ending: 'stall' }]);
    const clock = virtualClock({ settle: immediately });
    const { signal } = new AbortController();
    const call = deadline({ totalMs: 5000 })(fetchTransport({ fetch: provider.fetch }));
    const stream = await call(request, { clock, signal });
    const reading = stream.completion();
    await clock.advance(5000);
    await expect(reading).rejects.toMatchObject({ kind: 'timeout' });
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it('leaves no timer and no listener once the stream is over', async () => {
    const clock = virtualClock({ settle: immediately });
    const { signal } = new AbortController();
    const provider = scriptedProvider([{ body: [content('a'), finish()] }]);
    const call = deadline()(fetchTransport({ fetch: provider.fetch }));
    const stream = await call(request, { clock, signal });
    expect(clock.pending).toBe(1);
    await stream.completion();
    expect(clock.pending).toBe(0);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it('Infinity means none: no timer is set', async () => {
    const clock = virtualClock();
    await deadline({ totalMs: Number.POSITIVE_INFINITY })(fakeCall('answer').call)(request, {
      clock,
    });
    expect(clock.pending).toBe(0);
  });

  it.each([0, -1, Number.NaN])('totalMs: %d is refused', (totalMs) => {
    expect(() => deadline({ totalMs })).toThrow(`totalMs is ${totalMs}`);
  });
});
