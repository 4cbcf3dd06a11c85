import { getEventListeners } from 'node:events';
import { virtualClock } from '@farebox/core/testing';
import { describe, expect, it } from 'vitest';
import { immediately } from '../../fixtures/test-settle-rule.js';
import { type Entry, type GateLimits, gate, type Pass } from './gate.js';

const unlimited = {
  requestsPerMinute: undefined,
  tokensPerMinute: undefined,
  concurrency: undefined,
};

/** A gate, and in which order calls were let through or refused. */
function guard(limits: Partial<GateLimits>) {
  const clock = virtualClock({ settle: immediately });
  const guarded = gate({ ...unlimited, ...limits }, clock);
  const passed: string[] = [];
  const refused: Record<string, unknown> = {};
  const passes: Record<string, Pass> = {};
  const enter = (name: string, entry: Partial<Entry> = {}) => {
    const whole = { model: 'm', tokens: 1, signal: undefined, deadlineAtMs: undefined, ...entry };
    guarded.enter(whole).then(
      (pass) => {
        passed.push(name);
        passes[name] = pass;
      },
      (error: unknown) => {
        refused[name] = error;
      },
    );
    return immediately();
  };
  return { clock, enter, passed, passes, refused };
}

describe('a gate', () => {
  it('lets callers in by the order in which they came, the small behind the large', async () => {
    const { clock, enter, passed } = guard({ tokensPerMinute: 60 });
    await enter('a', { tokens: 60 });
    await enter('large', { tokens: 30 });
    await enter('small', { tokens: 1 });
    expect(passed).toEqual(['a']);
    await clock.advance(29_999);
    expect(passed).toEqual(['a']);
    await clock.advance(1);
    expect(passed).toEqual(['a', 'large']);
    await clock.advance(1000);
    expect(passed).toEqual(['a', 'large', 'small']);
    expect(clock.pending).toBe(0);
  });

  it('holds a slot until the end, and no longer', async () => {
    const { enter, passed, passes } = guard({ concurrency: 2 });
    for (const name of ['a', 'b', 'c', 'd']) await enter(name);
    expect(passed).toEqual(['a', 'b']);
    passes.a?.opened();
    await immediately();
    expect(passed).toEqual(['a', 'b']);
    passes.a?.end(undefined);
    await immediately();
    expect(passed).toEqual(['a', 'b', 'c']);
  });

  it('an abort ends the wait at once and leaves neither a timer nor a listener', async () => {
    const { clock, enter, refused, passed } = guard({ requestsPerMinute: 1 });
    const controller = new AbortController();
    const { signal } = controller;
    await enter('a', { signal });
    await enter('b', { signal });
    expect(clock.pending).toBe(1);
    controller.abort();
    await immediately();
    expect(refused.b).toMatchObject({ kind: 'aborted', code: 'not-sent', attempts: 0 });
    expect(clock.pending).toBe(0);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
    await enter('c', { signal });
    expect(refused.c).toMatchObject({ kind: 'aborted' });
    expect(passed).toEqual(['a']);
  });

  it('whoever aborts takes nothing: the next in line goes when it would have gone', async () => {
    const { clock, enter, passed } = guard({ requestsPerMinute: 1 });
    const controller = new AbortController();
    await enter('a');
    await enter('b', { signal: controller.signal });
    await enter('c');
    await clock.advance(30_000);
    controller.abort();
    await clock.advance(30_000);
    expect(passed).toEqual(['a', 'c']);
  });

  it('a call larger than a minute is refused at once, with both numbers', async () => {
    const { enter, refused } = guard({ tokensPerMinute: 100 });
    await enter('a', { tokens: 101 });
    expect(refused.a).toMatchObject({ kind: 'configuration', code: 'never-fits', attempts: 0 });
    expect((refused.a as Error).message).toContain('about 101 tokens');
    expect((refused.a as Error).message).toContain('100 a minute');
  });

  it('a wait that would pass the deadline is refused at once, counting all that are ahead', async () => {
    const { clock, enter, refused, passed } = guard({ requestsPerMinute: 60 });
    for (let call = 0; call < 60; call++) await enter('full');
    await enter('b', { deadlineAtMs: 1001 });
    await enter('c', { deadlineAtMs: 2000 });
    expect(refused.b).toBeUndefined();
    expect(refused.c).toMatchObject({
      kind: 'rate-limit',
      code: 'limiter',
      gaveUp: 'deadline',
      retryAfterMs: 2000,
      attempts: 0,
    });
    await clock.advance(1000);
    expect(passed.at(-1)).toBe('b');
  });

  it('a refusal holds up everybody, whoever cannot wait so long gives up, and one goes ahead', async () => {
    const { clock, enter, passed, passes, refused } = guard({ concurrency: 1 });
    await enter('a');
    for (const name of ['b', 'c', 'd']) await enter(name);
    await enter('hurried', { deadlineAtMs: 4000 });
    passes.a?.refused(5000);
    passes.a?.end(undefined);
    await immediately();
    expect(refused.hurried).toMatchObject({ gaveUp: 'deadline', retryAfterMs: 5000 });
    await clock.advance(4999);
    expect(passed).toEqual(['a']);
    await clock.advance(1);
    expect(passed).toEqual(['a', 'b']);
  });

  it('after a pause one call goes ahead, and the rest follow when it was answered', async () => {
    const { clock, enter, passed, passes } = guard({});
    await enter('a');
    passes.a?.refused(1000);
    passes.a?.end(undefined);
    for (const name of ['b', 'c', 'd']) await enter(name);
    await clock.advance(1000);
    expect(passed).toEqual(['a', 'b']);
    passes.b?.refused(1000);
    passes.b?.end(undefined);
    await clock.advance(1000);
    expect(passed).toEqual(['a', 'b', 'c']);
    passes.c?.opened();
    await immediately();
    expect(passed).toEqual(['a', 'b', 'c', 'd']);
    expect(clock.pending).toBe(0);
  });

  it('a call that went ahead and stalls holds up the others for five seconds', async () => {
    const { clock, enter, passed, passes } = guard({});
    await enter('a');
    passes.a?.refused(1000);
    passes.a?.end(undefined);
    for (const name of ['b', 'c', 'd']) await enter(name);
    await clock.advance(5999);
    expect(passed).toEqual(['a', 'b']);
    await clock.advance(1);
    expect(passed).toEqual(['a', 'b', 'c']);
    passes.c?.opened();
    await immediately();
    expect(passed).toEqual(['a', 'b', 'c', 'd']);
  });

  it('sixteen calls go out while nothing is known of the limits, and all once one was answered', async () => {
    const { enter, passed, passes } = guard({});
    for (let call = 0; call < 20; call++) await enter(`${call}`);
    expect(passed).toHaveLength(16);
    passes['7']?.opened();
    await immediately();
    expect(passed).toHaveLength(20);
  });

  it('what was not used comes back, what was used beyond is missed, and nothing sent costs nothing', async () => {
    const { clock, enter, passed, passes } = guard({ tokensPerMinute: 60 });
    await enter('a', { tokens: 60 });
    passes.a?.end(10);
    await enter('b', { tokens: 50 });
    expect(passed).toEqual(['a', 'b']);
    passes.b?.end('none');
    await enter('c', { tokens: 40 });
    passes.c?.end(60);
    await enter('d', { tokens: 1 });
    await clock.advance(10_999);
    expect(passed).toEqual(['a', 'b', 'c']);
    await clock.advance(1);
    expect(passed).toEqual(['a', 'b', 'c', 'd']);
  });
});
