import { getEventListeners } from 'node:events';
import { type Call, type ChatError, stack } from '@farebox/core';
import { virtualClock } from '@farebox/core/testing';
import { describe, expect, it } from 'vitest';
import { errorOf, fakeCall, request } from '../../fixtures/fake-call.js';
import { scriptedProvider } from '../../fixtures/scripted-provider.js';
import type { ScriptedReply } from '../../fixtures/scripted-reply.js';
import { immediately, withTime } from '../../fixtures/test-settle-rule.js';
import { content, finish } from '../../fixtures/wire-events.js';
import { fetchTransport } from '../../transport/fetch-transport.js';
import { deadline } from '../deadline.js';
import { retry } from '../retry.js';
import { type LimiterOptions, limiter } from './limiter.js';
import { limiterRegistry } from './limiter-registry.js';

const answer: ScriptedReply = { body: [content('a'), finish()] };

function limited(replies: ScriptedReply[], options: LimiterOptions) {
  const provider = scriptedProvider(replies);
  const clock = virtualClock({ settle: immediately });
  const call = limiter(options)(fetchTransport({ fetch: provider.fetch }));
  return { provider, clock, call };
}

const failure = (running: Promise<unknown>) =>
  running.then(
    () => undefined,
    (thrown: unknown) => thrown as ChatError,
  );

describe('limiter', () => {
  it('sends what fits at once, and the rest as room comes', async () => {
    const { provider, clock, call } = limited([answer], { requestsPerMinute: 2 });
    const calls = [1, 2, 3].map(() => call(request, { clock }));
    await clock.advance(29_999);
    expect(provider.requests).toHaveLength(2);
    await clock.advance(1);
    expect(provider.requests).toHaveLength(3);
    for (const stream of await Promise.all(calls)) await stream.completion();
    expect(clock.pending).toBe(0);
  });

  it('a stream keeps its slot until its end, however it ends', async () => {
    const { provider, clock, call } = limited([answer], { concurrency: 1 });
    const first = await call(request, { clock });
    const second = call(request, { clock });
    await clock.advance(60_000);
    expect(provider.requests).toHaveLength(1);
    for await (const _ of first.text()) break;
    await (await second).completion();
    const failed = limited([{ status: 500 }, answer], { concurrency: 1 });
    expect(await failure(failed.call(request, { clock }))).toMatchObject({ kind: 'server' });
    await (await failed.call(request, { clock })).completion();
    expect(failed.provider.requests).toHaveLength(2);
  });

  it('learns the limits from the first headers when it was given none', async () => {
    const headers = { 'x-ratelimit-limit-requests': '60', 'x-ratelimit-remaining-requests': '0' };
    const { provider, clock, call } = limited([{ ...answer, headers }], {});
    await (await call(request, { clock })).completion();
    const second = call(request, { clock });
    await clock.advance(999);
    expect(provider.requests).toHaveLength(1);
    await clock.advance(1);
    await (await second).completion();
    expect(provider.requests).toHaveLength(2);
  });

  it('a 429 with a hint holds up all calls of its model, and no other', async () => {
    const refusal: ScriptedReply = { status: 429, headers: { 'retry-after': '7' } };
    const { provider, clock, call } = limited([refusal, answer], {});
    expect(await failure(call(request, { clock }))).toMatchObject({ kind: 'rate-limit' });
    const waiting = [1, 2, 3].map(() => call(request, { clock }));
    await (await call({ ...request, model: 'other' }, { clock })).completion();
    await clock.advance(6999);
    expect(provider.requests).toHaveLength(2);
    await clock.advance(1);
    expect((await Promise.all(waiting)).length).toBe(3);
  });

  it('passes the headers on to whoever else listens', async () => {
    const { clock, call } = limited([{ ...answer, headers: { 'x-request-id': 'req_1' } }], {});
    const heard: (string | null)[] = [];
    const onHeaders = (headers: { get(name: string): string | null }) =>
      void heard.push(headers.get('x-request-id'));
    await (await call(request, { clock, onHeaders })).completion();
    expect(heard).toEqual(['req_1']);
  });

  it('a wait that would pass the deadline gives up at once, also inside retry', async () => {
    const clock = virtualClock({ settle: immediately });
    const { call, contexts } = fakeCall('answer');
    const layers = stack(deadline({ totalMs: 50_000 }), retry(), limiter({ requestsPerMinute: 1 }));
    const layered = layers(call);
    await (await layered(request, { clock })).completion();
    expect(await failure(layered(request, { clock }))).toMatchObject({
      kind: 'rate-limit',
      code: 'limiter',
      gaveUp: 'deadline',
      retryAfterMs: 60_000,
      attempts: 0,
    });
    expect(contexts).toHaveLength(1);
    expect(clock.pending).toBe(0);
  });

  it('a call that no minute has room for is refused at once', async () => {
    const { provider, clock, call } = limited([answer], { tokensPerMinute: 1000 });
    const huge = { ...request, max_completion_tokens: 1001 };
    const error = await failure(call(huge, { clock }));
    expect(error).toMatchObject({ kind: 'configuration', code: 'never-fits' });
    expect(provider.requests).toEqual([]);
  });

  it('what a layer inside refused has taken nothing', async () => {
    const clock = virtualClock({ settle: immediately });
    const { call } = fakeCall(errorOf('budget'), 'answer');
    const layered = limiter({ requestsPerMinute: 1 })(call);
    expect(await failure(layered(request, { clock }))).toMatchObject({ kind: 'budget' });
    await (await layered(request, { clock })).completion();
    expect(clock.pending).toBe(0);
  });

  it('limiters with one registry share its limits', async () => {
    const registry = limiterRegistry();
    const clock = virtualClock({ settle: immediately });
    const { call, contexts } = fakeCall('answer');
    const options = { requestsPerMinute: 1, registry };
    await limiter(options)(call)(request, { clock });
    const second = limiter(options)(call)(request, { clock });
    await clock.advance(59_999);
    expect(contexts).toHaveLength(1);
    await withTime(clock, second);
    expect(contexts).toHaveLength(2);
  });

  it('a thousand calls that wait on one signal leave nothing when it aborts', async () => {
    const clock = virtualClock({ settle: immediately });
    const controller = new AbortController();
    const { signal } = controller;
    const { call, contexts } = fakeCall('answer');
    const layered: Call = limiter({ requestsPerMinute: 1 })(call);
    const running = Array.from({ length: 1000 }, () =>
      failure(layered(request, { clock, signal })),
    );
    await immediately();
    controller.abort();
    const errors = await Promise.all(running);
    expect(errors.filter((error) => error?.kind === 'aborted')).toHaveLength(999);
    expect(contexts).toHaveLength(1);
    expect(clock.pending).toBe(0);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it.each(['requestsPerMinute', 'tokensPerMinute', 'concurrency'])(
    '%s: 0 is refused, by name',
    (name) => {
      expect(() => limiter({ [name]: 0 })).toThrow(`${name} is 0`);
    },
  );
});
