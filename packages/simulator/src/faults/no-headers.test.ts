import { getEventListeners } from 'node:events';
import { type VirtualClock, virtualClock } from '@farebox/core/testing';
import { describe, expect, it } from 'vitest';
import { ask } from '../fixtures/ask.js';
import { streaming } from '../fixtures/reply-under.js';
import { inWords } from '../fixtures/what-fetch-shows.js';
import { withFault } from '../fixtures/with-fault.js';
import { simulate } from '../simulate.js';

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Time passes only once the reply waits for it, not while the tokenizer loads. */
async function untilWaiting(clock: VirtualClock): Promise<void> {
  while (clock.pending === 0) await clock.advance(0);
}

describe.each([
  ['a streaming', streaming],
  ['another', {}],
])('no-headers under %s request', (_, request) => {
  it.each([true, false])('rejects after 300 seconds; billed is %j', async (billed) => {
    const clock = virtualClock({ settle: turn });
    const simulator = simulate({ seed: 1, clock, faults: [{ fault: 'no-headers', billed }] });
    let seen = 'nothing';
    const reply = ask(simulator, request).catch((error: unknown) => {
      seen = inWords(error);
    });
    await untilWaiting(clock);
    await clock.advance(299_999);
    expect(seen).toBe('nothing');
    await clock.advance(1);
    await reply;
    expect(seen).toContain('UND_ERR_HEADERS_TIMEOUT');
    const { line } = await withFault('ok', request);
    const usage = billed ? line?.usage : expect.objectContaining({ total_tokens: 0 });
    expect(simulator.books.requests).toEqual([
      expect.objectContaining({ status: 0, ended: 'disconnected', sentTokens: 0, usage }),
    ]);
    expect(clock.pending).toBe(0);
  });

  it('is ended by an abort with its reason, and leaves no timer and no listener', async () => {
    const clock = virtualClock({ settle: turn });
    const simulator = simulate({ clock, faults: ['no-headers'] });
    const controller = new AbortController();
    const { signal } = controller;
    const reply = ask(simulator, request, { signal }).catch((error: unknown) => error);
    await untilWaiting(clock);
    await clock.advance(5000);
    controller.abort('enough');
    expect(await reply).toBe('enough');
    await clock.advance(0);
    expect(clock.pending).toBe(0);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
    expect(simulator.books.requests[0]?.ended).toBe('disconnected');
  });
});
