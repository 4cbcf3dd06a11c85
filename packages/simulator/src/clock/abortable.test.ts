import { virtualClock } from '@farebox/core/testing';
import { expect, it } from 'vitest';
import { sleep } from './abortable.js';

it.each(['before', 'during'])(
  'an abort %s the wait ends it at once and leaves no timer',
  async (when) => {
    const clock = virtualClock();
    const controller = new AbortController();
    if (when === 'before') controller.abort('enough');
    const waiting = sleep(clock, 60_000, controller.signal);
    controller.abort('enough');
    await expect(waiting).rejects.toBe('enough');
    expect(clock.pending).toBe(0);
  },
);
