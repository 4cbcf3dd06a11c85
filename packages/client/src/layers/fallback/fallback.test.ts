import {
  type CallContext,
  type CallEvent,
  type ChatError,
  type ErrorKind,
  stack,
} from '@farebox/core';
import { virtualClock } from '@farebox/core/testing';
import { describe, expect, it } from 'vitest';
import { errorOf, fakeCall, type Outcome, request } from '../../fixtures/fake-call.js';
import { immediately, withTime } from '../../fixtures/test-settle-rule.js';
import { breaker } from '../breaker/breaker.js';
import { retry } from '../retry.js';
import { type FallbackOptions, type FallbackRoute, fallback } from './fallback.js';
import { fallbackKinds } from './fallback-kinds.js';

const routes = [{ model: 'b' }, { model: 'c' }];

/** A call under `fallback`: the models that were asked, its events, and its failure as a value. */
async function run(
  outcomes: Outcome[],
  more: { routes?: FallbackRoute[]; options?: FallbackOptions; context?: CallContext } = {},
) {
  const models: string[] = [];
  const events: CallEvent[] = [];
  const { call, contexts } = fakeCall(...outcomes);
  const asked = fallback(
    more.routes ?? routes,
    more.options,
  )((sent, context) => {
    models.push(sent.model);
    return call(sent, context);
  });
  const onEvent = (event: CallEvent) => void events.push(event);
  const error = await asked(request, { random: () => 0, onEvent, ...more.context }).then(
    () => undefined,
    (thrown: unknown) => thrown as ChatError,
  );
  return { models, events, contexts, error };
}

describe('fallback', () => {
  it('asks nobody else while the first answers', async () => {
    const { models, events, error } = await run(['answer']);
    expect(models).toEqual(['m']);
    expect(events).toEqual([]);
    expect(error).toBeUndefined();
  });

  it('goes on in order, announces each step, and numbers the attempts on', async () => {
    const outcomes = [errorOf('server', { attempts: 3 }), errorOf('timeout'), 'answer'] as const;
    const { models, events, contexts, error } = await run([...outcomes]);
    expect(error).toBeUndefined();
    expect(models).toEqual(['m', 'b', 'c']);
    expect(contexts.map(({ attempt }) => attempt)).toEqual([1, 4, 5]);
    expect(new Set(contexts.map(({ callId }) => callId)).size).toBe(1);
    expect(events).toEqual([
      { type: 'fallback', attempt: 4, model: 'b', error: outcomes[0] },
      { type: 'fallback', attempt: 5, model: 'c', error: outcomes[1] },
    ]);
  });

  it('when all fail, the last error has the first as its cause and counts every attempt', async () => {
    const first = errorOf('quota', { attempts: 2 });
    const { error } = await run([first, errorOf('server'), errorOf('timeout', { attempts: 3 })]);
    expect(error).toMatchObject({ kind: 'timeout', attempts: 6 });
    expect(error?.cause).toBe(first);
  });

  it('an error that ends the call at once comes out untouched', async () => {
    const refused = errorOf('bad-request');
    const { error, models } = await run([refused]);
    expect(error).toBe(refused);
    expect(models).toEqual(['m']);
  });

  it.each(Object.entries(fallbackKinds) as [ErrorKind, string][])(
    'the table is what happens: %s, %s',
    async (kind, word) => {
      const { models } = await run([errorOf(kind)]);
      expect(models).toEqual(word === 'yes' ? ['m', 'b', 'c'] : ['m']);
    },
  );

  it('goes on after a wrong key only if asked to', async () => {
    const { models } = await run([errorOf('authentication'), 'answer'], {
      options: { alsoOn: ['authentication'] },
    });
    expect(models).toEqual(['m', 'b']);
  });

  it('what has delivered something is never asked elsewhere', async () => {
    const { models } = await run([errorOf('truncated', { delivered: true })]);
    expect(models).toEqual(['m']);
  });

  it('once the call is aborted, nobody else is asked, whatever the error says', async () => {
    const { models } = await run([errorOf('server')], { context: { signal: AbortSignal.abort() } });
    expect(models).toEqual(['m']);
  });

  it('a budget that refuses the next try keeps the first error as its cause', async () => {
    const first = errorOf('server');
    const { error, models } = await run([first, errorOf('budget', { attempts: 0 })]);
    expect(models).toEqual(['m', 'b']);
    expect(error).toMatchObject({ kind: 'budget', gaveUp: 'budget', attempts: 1, cause: first });
  });

  it('another provider gets the request with its own model, or the same one', async () => {
    const other = fakeCall(errorOf('server'), 'answer');
    const asked: string[] = [];
    const call: typeof other.call = (sent, context) => {
      asked.push(sent.model);
      return other.call(sent, context);
    };
    const { models, error } = await run([errorOf('connection')], {
      routes: [{ call }, { call, model: 'theirs' }],
    });
    expect(error).toBeUndefined();
    expect(models).toEqual(['m']);
    expect(asked).toEqual(['m', 'theirs']);
  });

  it('outside retry and breaker no attempt number comes twice, and an open circuit uses none', async () => {
    const clock = virtualClock({ settle: immediately });
    const { call, contexts } = fakeCall(errorOf('server'));
    const layers = stack(fallback(routes), breaker({ minimumCalls: 1 }), retry({ retries: 1 }));
    const context = { clock, random: () => 0 };
    const ask = () => withTime(clock, layers(call)(request, context)).catch((error) => error);
    expect(await ask()).toMatchObject({ kind: 'server', attempts: 6 });
    expect(contexts.map(({ attempt }) => attempt)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(await ask()).toMatchObject({ code: 'circuit-open', attempts: 0 });
    expect(contexts).toHaveLength(6);
  });

  it('an error that is not ours passes through untouched', async () => {
    const defect = new TypeError('a defect');
    const running = fallback(routes)(() => Promise.reject(defect))(request, {});
    await expect(running).rejects.toBe(defect);
  });

  it.each([[[]], [[{}]], [[{ model: '' }]]])('routes %j are refused', (wrong) => {
    expect(() => fallback(wrong)).toThrow(/fallback\(\)/);
  });
});
