import { type CallContext, ChatError, stack } from '@farebox/core';
import { virtualClock } from '@farebox/core/testing';
import { describe, expect, it } from 'vitest';
import { errorOf, fakeCall, type Outcome, request } from '../../fixtures/fake-call.js';
import { scriptedProvider } from '../../fixtures/scripted-provider.js';
import { immediately } from '../../fixtures/test-settle-rule.js';
import { content, finish } from '../../fixtures/wire-events.js';
import { fetchTransport } from '../../transport/fetch-transport.js';
import { retry } from '../retry.js';
import { type BreakerOptions, breaker } from './breaker.js';
import { breakerRegistry } from './breaker-registry.js';

const two = { minimumCalls: 2, openMs: 10_000 };

function broken(outcomes: Outcome[], options: BreakerOptions = two) {
  const clock = virtualClock({ settle: immediately });
  const { call, contexts } = fakeCall(...outcomes);
  const layered = breaker(options)(call);
  const ask = async (model = 'm', context: CallContext = {}) => {
    try {
      const stream = await layered({ ...request, model }, { clock, ...context });
      await stream.completion();
      return 'answer';
    } catch (error) {
      return error as ChatError;
    }
  };
  return { ask, clock, contexts };
}

describe('breaker', () => {
  it('open, it rejects at once and sends nothing', async () => {
    const { ask, clock, contexts } = broken([errorOf('server')]);
    await ask();
    await ask();
    await clock.advance(4000);
    expect(await ask()).toMatchObject({
      kind: 'connection',
      code: 'circuit-open',
      retryAfterMs: 6000,
      attempts: 0,
      delivered: false,
      message:
        'Nothing was sent: too many of the latest calls to m failed. One call may try again in 6 s.',
    });
    expect(contexts).toHaveLength(2);
    expect(clock.pending).toBe(0);
  });

  it('lets one probe through, and all when it has been answered', async () => {
    const { ask, clock, contexts } = broken([errorOf('server'), errorOf('server'), 'answer']);
    await ask();
    await ask();
    await clock.advance(10_000);
    const crowd = await Promise.all([ask(), ask(), ask()]);
    const codes = crowd.map((one) => (one instanceof ChatError ? one.code : one));
    expect(codes).toEqual(['answer', 'circuit-open', 'circuit-open']);
    expect(contexts).toHaveLength(3);
    expect(await ask()).toBe('answer');
  });

  it.each(['bad-request', 'rate-limit', 'aborted', 'budget'] as const)(
    'no number of %s errors opens it',
    async (kind) => {
      const status = kind === 'bad-request' ? 400 : kind === 'rate-limit' ? 429 : undefined;
      const { ask, contexts } = broken([errorOf(kind, { status })]);
      for (let call = 0; call < 20; call++) expect(await ask()).toMatchObject({ kind });
      expect(contexts).toHaveLength(20);
    },
  );

  it('each model has its own circuit', async () => {
    const { ask } = broken([errorOf('server'), errorOf('server'), 'answer']);
    await ask('a');
    await ask('a');
    expect(await ask('a')).toMatchObject({ code: 'circuit-open' });
    expect(await ask('b')).toBe('answer');
  });

  it('breakers with one registry share its circuits', async () => {
    const registry = breakerRegistry();
    const first = broken([errorOf('server')], { ...two, registry });
    const second = broken(['answer'], { ...two, registry });
    await first.ask();
    await first.ask();
    expect(await second.ask()).toMatchObject({ code: 'circuit-open' });
  });

  it('streams that break after they began open it', async () => {
    const provider = scriptedProvider([{ body: [content('a')], ending: 'break' }]);
    const call = breaker(two)(fetchTransport({ fetch: provider.fetch }));
    for (let run = 0; run < 2; run++) {
      const stream = await call(request, {});
      await expect(stream.completion()).rejects.toMatchObject({ delivered: true });
    }
    await expect(call(request, {})).rejects.toMatchObject({ code: 'circuit-open' });
    expect(provider.requests).toHaveLength(2);
  });

  it('a call counts once, however often it was retried inside', async () => {
    const clock = virtualClock({ settle: immediately });
    const { call, contexts } = fakeCall(errorOf('server'));
    const layered = stack(breaker(two), retry({ retries: 1 }))(call);
    const context = { clock, random: () => 0 };
    const first = layered(request, context).catch((error: unknown) => error);
    await clock.advance(1000);
    expect(await first).toMatchObject({ kind: 'server', attempts: 2 });
    const second = layered(request, context).catch((error: unknown) => error);
    await clock.advance(1000);
    await second;
    expect(contexts).toHaveLength(4);
    await expect(layered(request, context)).rejects.toMatchObject({ code: 'circuit-open' });
  });

  it('an unread answer does not hold the probe: its opening has decided', async () => {
    const body = [content('a'), finish()];
    const provider = scriptedProvider([{ status: 500 }, { status: 500 }, { body }]);
    const clock = virtualClock({ settle: immediately });
    const call = breaker(two)(fetchTransport({ fetch: provider.fetch }));
    for (let run = 0; run < 2; run++) await call(request, { clock }).catch(() => {});
    await clock.advance(10_000);
    const unread = await call(request, { clock });
    const other = await call(request, { clock });
    expect((await other.completion()).choices).toHaveLength(1);
    expect((await unread.completion()).choices).toHaveLength(1);
  });

  it.each([
    { failureRatio: 0 },
    { failureRatio: 1.1 },
    { minimumCalls: 0 },
    { minimumCalls: 1.5 },
    { windowMs: 0 },
    { openMs: Number.POSITIVE_INFINITY },
  ])('%j is refused, by name', (options) => {
    expect(() => breaker(options)).toThrow(`${Object.keys(options)[0]} is `);
  });
});
