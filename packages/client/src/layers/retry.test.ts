import { getEventListeners } from 'node:events';
import {
  type CallContext,
  type CallEvent,
  type ChatError,
  isChatError,
  stack,
} from '@farebox/core';
import { virtualClock } from '@farebox/core/testing';
import { describe, expect, it } from 'vitest';
import { errorOf, fakeCall, type Outcome, request } from '../fixtures/fake-call.js';
import { immediately, withTime } from '../fixtures/test-settle-rule.js';
import { type RetryOptions, retry } from './retry.js';

/** Runs a call under `retry`; random 1 makes full jitter the full wait. */
async function run(outcomes: Outcome[], options: RetryOptions = {}, more: CallContext = {}) {
  const clock = virtualClock({ settle: immediately });
  const events: CallEvent[] = [];
  const { call, contexts } = fakeCall(...outcomes);
  const context = {
    clock,
    random: () => 1,
    onEvent: (event: CallEvent) => void events.push(event),
  };
  const running = retry(options)(call)(request, { ...context, ...more });
  const error = await withTime(clock, running).then(
    () => undefined,
    (thrown: unknown) => thrown as ChatError,
  );
  const waits = events.flatMap((event) => (event.type === 'wait' ? [event.waitMs] : []));
  return { error, contexts, events, waits, clock };
}

describe('retry', () => {
  it('sends again until it succeeds, waiting longer each time', async () => {
    const { error, contexts, waits } = await run([errorOf('server'), errorOf('server'), 'answer']);
    expect(error).toBeUndefined();
    expect(contexts.map(({ attempt }) => attempt)).toEqual([1, 2, 3]);
    expect(waits).toEqual([250, 500]);
  });

  it('retries: 2 means three attempts, and 0 means one', async () => {
    const three = await run([errorOf('server')]);
    expect(three.error).toMatchObject({ attempts: 3, gaveUp: 'attempts', kind: 'server' });
    const one = await run([errorOf('server')], { retries: 0 });
    expect(one.contexts).toHaveLength(1);
    expect(one.error).toMatchObject({ attempts: 1, gaveUp: 'attempts' });
  });

  it('a rate limit that has given up says what is left to do, unless it has a fix of its own', async () => {
    const { error } = await run([errorOf('rate-limit')]);
    expect(error).toMatchObject({
      attempts: 3,
      gaveUp: 'attempts',
      fix: expect.stringMatching(/^Ask again later.* More retries wait longer\.$/),
    });
    const tooLong = await run([errorOf('rate-limit', { retryAfterMs: 3_600_000 })]);
    expect(tooLong.error).toMatchObject({
      gaveUp: 'retry-after',
      fix: expect.stringMatching(/^Ask again later, after retryAfterMs(?!.*More retries)/),
    });
    const own = await run([errorOf('rate-limit', { fix: 'Ask at night.' })]);
    expect(own.error?.fix).toBe('Ask at night.');
  });

  it('waits as long as the server asks, and not shorter', async () => {
    const { waits } = await run([errorOf('rate-limit', { retryAfterMs: 7000 }), 'answer']);
    expect(waits).toEqual([7000]);
  });

  it('a server that asks for longer than allowed is not asked again', async () => {
    const { error, waits } = await run([errorOf('rate-limit', { retryAfterMs: 90_000 })]);
    expect(waits).toEqual([]);
    expect(error).toMatchObject({ gaveUp: 'retry-after', retryAfterMs: 90_000, attempts: 1 });
  });

  it('what cannot succeed, or has delivered something, is sent once', async () => {
    const quota = await run([errorOf('quota')]);
    expect(quota.error).toMatchObject({ gaveUp: 'not-retried', attempts: 1 });
    const delivered = await run([errorOf('connection', { delivered: true })]);
    expect(delivered.error).toMatchObject({ gaveUp: 'delivered', attempts: 1 });
  });

  it('a wait that would pass the deadline is not begun', async () => {
    const { error, waits } = await run([errorOf('server')], {}, { deadlineAtMs: 200 });
    expect(waits).toEqual([]);
    expect(error).toMatchObject({ gaveUp: 'deadline', attempts: 1 });
  });

  it('after each timeout the clocks of the next attempt are twice as patient', async () => {
    const timeout = errorOf('timeout');
    const { contexts } = await run([timeout, errorOf('server'), timeout, 'answer'], { retries: 3 });
    expect(contexts.map(({ patience }) => patience)).toEqual([1, 2, 2, 4]);
  });

  it('a budget that refuses the retry keeps the first error as its cause', async () => {
    const first = errorOf('server');
    const { error } = await run([first, errorOf('budget')]);
    expect(error).toMatchObject({ kind: 'budget', gaveUp: 'budget', attempts: 1 });
    expect(error?.cause).toBe(first);
  });

  it('an abort during a wait ends it at once, and nothing is sent after it', async () => {
    const clock = virtualClock({ settle: immediately });
    const controller = new AbortController();
    const { call, contexts } = fakeCall(errorOf('server'));
    const { signal } = controller;
    const running = retry()(call)(request, { clock, random: () => 1, signal });
    const failed = running.catch((thrown: unknown) => thrown);
    await clock.advance(249);
    controller.abort();
    expect(await failed).toMatchObject({ kind: 'aborted', attempts: 1, delivered: false });
    await clock.advance(600_000);
    expect(contexts).toHaveLength(1);
    expect(clock.pending).toBe(0);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it('whoever hears of a wait can abort it before it begins', async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const onEvent = ({ type }: CallEvent) => type === 'wait' && controller.abort();
    const { error, contexts, clock } = await run([errorOf('server')], {}, { signal, onEvent });
    expect(error).toMatchObject({ kind: 'aborted', attempts: 1 });
    expect(contexts).toHaveLength(1);
    expect(clock.pending).toBe(0);
  });

  it('all attempts of a call have one id; the caller may choose it', async () => {
    const { contexts } = await run([errorOf('server'), 'answer']);
    expect(contexts[0]?.callId).toMatch(/./);
    expect(contexts[1]?.callId).toBe(contexts[0]?.callId);
    const chosen = await run(['answer'], {}, { callId: 'mine' });
    expect(chosen.contexts[0]?.callId).toBe('mine');
  });

  it('attempts are numbered on from the context, so that a fallback outside repeats no number', async () => {
    const { contexts, events, error } = await run([errorOf('server')], {}, { attempt: 4 });
    expect(contexts.map(({ attempt }) => attempt)).toEqual([4, 5, 6]);
    expect(events.map(({ attempt }) => attempt)).toEqual([4, 4, 5, 5, 6]);
    expect(error).toMatchObject({ attempts: 3, gaveUp: 'attempts' });
  });

  it('attempts that a layer inside has made are counted, and their numbers not used again', async () => {
    const clock = virtualClock({ settle: immediately });
    const { call, contexts } = fakeCall(errorOf('server'));
    const twice = stack(retry({ retries: 1 }), retry({ retries: 1 }))(call);
    const failed = twice(request, { clock, random: () => 1 }).catch((thrown: unknown) => thrown);
    await clock.advance(10_000);
    expect(await failed).toMatchObject({ attempts: 4 });
    expect(contexts.map(({ attempt }) => attempt)).toEqual([1, 2, 3, 4]);
  });

  it('an error that is not ours passes through untouched', async () => {
    const defect = new TypeError('a defect');
    const running = retry()(() => Promise.reject(defect))(request, {});
    await expect(running).rejects.toBe(defect);
  });

  it.each([{ retries: -1 }, { retries: 1.5 }, { retries: Number.NaN }, { maxRetryAfterMs: -1 }])(
    '%j is refused, by name',
    (options) => {
      let thrown: unknown;
      try {
        retry(options);
      } catch (error) {
        thrown = error;
      }
      expect(isChatError(thrown) && thrown.kind).toBe('configuration');
      expect((thrown as Error).message).toContain(Object.keys(options)[0]);
    },
  );
});
