import { getEventListeners } from 'node:events';
import { virtualClock } from '@farebox/core/testing';
import { describe, expect, it } from 'vitest';
import { readErrorBody } from './error-body.js';

const { signal } = new AbortController();

function body(...blocks: string[]) {
  let cancelled = false;
  const encoder = new TextEncoder();
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const block of blocks) controller.enqueue(encoder.encode(block));
    },
    cancel() {
      cancelled = true;
    },
  });
  return { stream, isCancelled: () => cancelled };
}

describe('readErrorBody', () => {
  it('no body is an empty text', async () => {
    expect(await readErrorBody(null, virtualClock(), signal)).toBe('');
  });

  it('reads what is there, and leaves no timer and no listener', async () => {
    const clock = virtualClock();
    const text = await readErrorBody(new Response('Zürich').body, clock, signal);
    expect(text).toBe('Zürich');
    expect(clock.pending).toBe(0);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it('stops at exactly 64 KiB and lets go of the rest', async () => {
    const { stream, isCancelled } = body('x'.repeat(65_000), 'y'.repeat(65_000));
    const text = await readErrorBody(stream, virtualClock(), signal);
    expect(text).toHaveLength(65_536);
    expect(isCancelled()).toBe(true);
  });

  it('a body that stalls is left after five seconds with what had arrived', async () => {
    const clock = virtualClock();
    const { stream, isCancelled } = body('so far');
    const reading = readErrorBody(stream, clock, signal);
    await clock.advance(4999);
    expect(isCancelled()).toBe(false);
    await clock.advance(1);
    expect(await reading).toBe('so far');
    expect(isCancelled()).toBe(true);
  });

  it('an abort leaves it at once', async () => {
    const controller = new AbortController();
    const { stream, isCancelled } = body('so far');
    const reading = readErrorBody(stream, virtualClock(), controller.signal);
    controller.abort();
    await reading;
    expect(isCancelled()).toBe(true);
  });

  it('a body that breaks leaves what had arrived', async () => {
    let pulls = 0;
    const stream = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (pulls++ > 0) controller.error(new Error('broken'));
        else controller.enqueue(new TextEncoder().encode('so far'));
      },
    });
    expect(await readErrorBody(stream, virtualClock(), signal)).toBe('so far');
  });
});
