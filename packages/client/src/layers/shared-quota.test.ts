import { type Call, type CallContext, retryQuota } from '@farebox/core';
import { virtualClock } from '@farebox/core/testing';
import { describe, expect, it } from 'vitest';
import { systemClock } from '../clock/system-clock.js';
import { errorOf, fakeCall, type Outcome, request } from '../fixtures/fake-call.js';
import { immediately, withTime } from '../fixtures/test-settle-rule.js';
import { retry } from './retry.js';
import { sharedQuota } from './shared-quota.js';

const origin = 'https://api.example.com';

/** A fake call that names where it goes, as transports do. */
function callTo(where: string, ...outcomes: Outcome[]) {
  const { call, contexts } = fakeCall(...outcomes);
  const named: Call = (body, context) => {
    context.onSend?.(where);
    return call(body, context);
  };
  return { call: named, contexts };
}

async function end(call: Call, more: CallContext = {}) {
  const clock = virtualClock({ settle: immediately });
  const context = { clock, random: () => 0.5, ...more };
  return withTime(clock, call(request, context)).then(
    () => 'answer' as const,
    (thrown: unknown) => thrown,
  );
}

describe('the quota of retries', () => {
  it('in an outage the 36th retry is not sent; first tries always are', async () => {
    const quota = retryQuota();
    const { call, contexts } = callTo(origin, errorOf('server'));
    const errors = [];
    for (let made = 0; made < 20; made++) errors.push(await end(retry({ quota })(call)));
    expect(contexts).toHaveLength(20 + 35);
    expect(errors[16]).toMatchObject({ gaveUp: 'attempts', attempts: 3 });
    expect(errors[17]).toMatchObject({ gaveUp: 'retry-quota', attempts: 2, kind: 'server' });
    expect(errors[18]).toMatchObject({ gaveUp: 'retry-quota', attempts: 1 });
    expect(errors[18]).toMatchObject({ fix: expect.stringContaining('retryQuota') });
  });

  it('after rate limits it lasts for 100 retries', async () => {
    const quota = retryQuota();
    const { call, contexts } = callTo(origin, errorOf('rate-limit'));
    for (let made = 0; made < 60; made++) await end(retry({ quota })(call));
    expect(contexts).toHaveLength(60 + 100);
  });

  it('a retry that succeeds gets its own cost back, and the one that failed before it does not', async () => {
    const quota = retryQuota();
    await end(retry({ quota })(callTo(origin, errorOf('server'), 'answer').call));
    expect(quota.left(origin)).toBe(500);
    const twice = callTo(origin, errorOf('server'), errorOf('rate-limit'), 'answer');
    expect(await end(retry({ quota })(twice.call))).toBe('answer');
    expect(quota.left(origin)).toBe(500 - 14);
  });

  it('fourteen first tries that succeed earn one retry', async () => {
    const quota = retryQuota({ tokens: 14 });
    quota.take(origin, 14);
    const down = callTo(origin, errorOf('server'));
    const up = callTo(origin, 'answer');
    for (let made = 0; made < 13; made++) await end(retry({ quota })(up.call));
    expect(await end(retry({ quota })(down.call))).toMatchObject({ gaveUp: 'retry-quota' });
    await end(retry({ quota })(up.call));
    expect(await end(retry({ quota })(down.call))).toMatchObject({ attempts: 2 });
  });

  it('a retry that is never sent costs nothing: aborted while it waited, or refused by a budget', async () => {
    const quota = retryQuota();
    const controller = new AbortController();
    const { signal } = controller;
    const clock = virtualClock({ settle: immediately });
    const down = callTo(origin, errorOf('server'));
    const running = retry({ quota })(down.call)(request, { clock, signal, random: () => 0.5 });
    const failed = running.catch((thrown: unknown) => thrown);
    await clock.advance(100);
    expect(quota.left(origin)).toBe(486);
    controller.abort();
    expect(await failed).toMatchObject({ kind: 'aborted' });
    expect(quota.left(origin)).toBe(500);
    const refused = callTo(origin, errorOf('server'), errorOf('budget'));
    expect(await end(retry({ quota })(refused.call))).toMatchObject({ gaveUp: 'budget' });
    expect(quota.left(origin)).toBe(500);
  });

  it('one provider that is down does not use up the retries of another', async () => {
    const quota = retryQuota({ tokens: 28 });
    const down = callTo(origin, errorOf('server'));
    for (let made = 0; made < 5; made++) await end(retry({ quota })(down.call));
    const other = callTo('https://other.example.com', errorOf('server'));
    expect(await end(retry({ quota })(other.call))).toMatchObject({ attempts: 3 });
  });

  it('whoever asked for a request to be announced hears it through the retry layer', async () => {
    const heard: string[] = [];
    const onSend = (where: string) => void heard.push(where);
    await end(retry()(callTo(origin, errorOf('server'), 'answer').call), { onSend });
    expect(heard).toEqual([origin, origin]);
  });

  it('retry layers share the quota of their clock by default; another clock has its own', async () => {
    const clock = virtualClock({ settle: immediately });
    const { call } = callTo(origin, errorOf('server'));
    await withTime(
      clock,
      retry()(call)(request, { clock, random: () => 0.5 }).catch(() => {}),
    );
    expect(sharedQuota(clock).left(origin)).toBe(500 - 2 * 14);
    expect(sharedQuota(virtualClock()).left(origin)).toBe(500);
    expect(sharedQuota(systemClock)).toBe(sharedQuota(systemClock));
  });
});
