import { getEventListeners } from 'node:events';
import { virtualClock } from '@farebox/core/testing';
import { describe, expect, it } from 'vitest';
import { errorOf } from '../fixtures/fake-call.js';
import { sleep } from './sleep.js';

describe('sleep', () => {
  it('ends when its time has come, and leaves no listener', async () => {
    const clock = virtualClock();
    const { signal } = new AbortController();
    let isAwake = false;
    const sleeping = sleep(clock, 1000, signal).then(() => {
      isAwake = true;
    });
    await clock.advance(999);
    expect(isAwake).toBe(false);
    await clock.advance(1);
    await sleeping;
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it('an abort ends it at once with the reason, and leaves no timer', async () => {
    const clock = virtualClock();
    const controller = new AbortController();
    const sleeping = sleep(clock, 1000, controller.signal);
    const reason = errorOf('timeout');
    controller.abort(reason);
    await expect(sleeping).rejects.toBe(reason);
    expect(clock.pending).toBe(0);
  });

  it('a signal that is aborted already sets no timer', async () => {
    const clock = virtualClock();
    await expect(sleep(clock, 1000, AbortSignal.abort())).rejects.toMatchObject({
      kind: 'aborted',
    });
    expect(clock.pending).toBe(0);
  });
});
