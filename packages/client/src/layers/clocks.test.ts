import { getEventListeners } from 'node:events';
import type { CallContext, ChatError, ChatRequest } from '@farebox/core';
import { virtualClock } from '@farebox/core/testing';
import { describe, expect, it } from 'vitest';
import { errorOf, request } from '../fixtures/fake-call.js';
import { scriptedProvider } from '../fixtures/scripted-provider.js';
import type { ScriptedReply } from '../fixtures/scripted-reply.js';
import { immediately } from '../fixtures/test-settle-rule.js';
import { completion, content, finish, role } from '../fixtures/wire-events.js';
import { fetchTransport } from '../transport/fetch-transport.js';
import { type ClocksOptions, clocks } from './clocks.js';

/** A call under `clocks`, its failure as a value. */
function start(
  reply: ScriptedReply,
  options: ClocksOptions = {},
  more: Partial<ChatRequest> = {},
  context: CallContext = {},
) {
  const provider = scriptedProvider([reply]);
  const clock = virtualClock({ settle: immediately });
  const call = clocks(options)(fetchTransport({ fetch: provider.fetch }));
  const running = call({ ...request, ...more }, { clock, ...context });
  const failed = running.then(
    () => undefined,
    (thrown: unknown) => thrown as ChatError,
  );
  return { provider, clock, running, failed };
}

/** Whether a promise has settled by now. */
async function isOver(promise: Promise<unknown>): Promise<boolean> {
  let over = false;
  const settle = () => {
    over = true;
  };
  promise.then(settle, settle);
  await immediately();
  return over;
}

describe('the clocks of one attempt', () => {
  it.each<[string, ScriptedReply, string]>([
    ['headers', { ending: 'silent' }, 'headers'],
    ['a first chunk', { body: [], ending: 'stall' }, 'first-chunk'],
    ['more than a role chunk', { body: [role], ending: 'stall' }, 'first-chunk'],
    ['more than comments', { body: [': a\n\n', ': b\n\n'], ending: 'stall' }, 'first-chunk'],
  ])('a server that never sends %s is waited for exactly a minute', async (_name, reply, code) => {
    const { provider, clock, failed } = start(reply);
    await clock.advance(59_999);
    expect(await isOver(failed)).toBe(false);
    await clock.advance(1);
    expect(await failed).toMatchObject({ kind: 'timeout', code, delivered: false });
    expect(provider.open).toBe(0);
    expect(clock.pending).toBe(0);
  });

  it('patience lengthens them, and the message has the longer one', async () => {
    const { clock, failed } = start({ ending: 'silent' }, {}, {}, { patience: 2 });
    await clock.advance(119_999);
    expect(await isOver(failed)).toBe(false);
    await clock.advance(1);
    expect((await failed)?.message).toContain('120 s');
  });

  it('the flex tier may take fifteen minutes for its first chunk, unless told otherwise', async () => {
    const flex = { service_tier: 'flex' } as const;
    const slow = start({ body: [role], ending: 'stall' }, {}, flex);
    await slow.clock.advance(899_999);
    expect(await isOver(slow.failed)).toBe(false);
    await slow.clock.advance(1);
    expect(await slow.failed).toMatchObject({ code: 'first-chunk' });
    const told = start({ body: [role], ending: 'stall' }, { firstChunkMs: 5 }, flex);
    await told.clock.advance(5);
    expect(await told.failed).toMatchObject({ code: 'first-chunk' });
  });

  it('one JSON reply has no clock for its headers: they come with it', async () => {
    const { clock, failed } = start({ ending: 'silent' }, {}, { stream: false });
    expect(clock.pending).toBe(0);
    await clock.advance(3_600_000);
    expect(await isOver(failed)).toBe(false);
  });

  it('a server that falls silent inside the answer is idle after a minute of waiting', async () => {
    const { provider, clock, running } = start({ body: [content('a')], ending: 'stall' });
    const iterator = (await running).text()[Symbol.asyncIterator]();
    await iterator.next();
    const pending = iterator.next().catch((thrown: unknown) => thrown);
    await clock.advance(59_999);
    expect(await isOver(pending)).toBe(false);
    await clock.advance(1);
    expect(await pending).toMatchObject({ kind: 'timeout', code: 'idle', delivered: true });
    expect(provider.open).toBe(0);
    expect(clock.pending).toBe(0);
  });

  it('bytes that complete no event do not reset the idle clock', async () => {
    const clock = virtualClock({ settle: immediately });
    const encoder = new TextEncoder();
    const drip = async () => {
      const stream = new ReadableStream<Uint8Array>({
        start(controller) {
          controller.enqueue(encoder.encode(`${content('a')}data: {"a`));
          const next = () => {
            controller.enqueue(encoder.encode('a'));
            stop = clock.after(10_000, next);
          };
          let stop = clock.after(10_000, next);
          cancelDrip = () => stop();
        },
        cancel: () => cancelDrip(),
      });
      return new Response(stream);
    };
    let cancelDrip = () => {};
    const stream = await clocks()(fetchTransport({ fetch: drip }))(request, { clock });
    const reading = stream.completion().catch((thrown: unknown) => thrown);
    await clock.advance(60_000);
    expect(await reading).toMatchObject({ kind: 'timeout', code: 'idle' });
    expect(clock.pending).toBe(0);
  });

  it('a slow reader is not a stalled server', async () => {
    const body = [content('a'), content('b'), content('c'), finish()];
    const { clock, running } = start({ body });
    const iterator = (await running).text()[Symbol.asyncIterator]();
    for (const text of ['a', 'b', 'c']) {
      expect(await iterator.next()).toEqual({ done: false, value: text });
      await clock.advance(250_000);
    }
    expect(await iterator.next()).toEqual({ done: true, value: undefined });
    expect(clock.pending).toBe(0);
  });

  it('a stream that nobody reads is closed after five minutes and ends as abandoned', async () => {
    const { provider, clock, running } = start({ body: [content('a')], ending: 'stall' });
    const stream = await running;
    const ends: unknown[] = [];
    stream.watch({ end: (end) => void ends.push(end) });
    await clock.advance(299_999);
    expect(ends).toEqual([]);
    await clock.advance(1);
    expect(ends).toEqual(['abandoned']);
    expect(provider.open).toBe(0);
    expect(clock.pending).toBe(0);
    await expect(stream.completion()).rejects.toMatchObject({ kind: 'aborted', code: 'unread' });
  });

  it('a stream that was read once and then dropped is closed, an eighth of the time late at most', async () => {
    const reply: ScriptedReply = { body: [content('a')], ending: 'stall' };
    const { clock, running } = start(reply, { unreadMs: 800 });
    const stream = await running;
    await clock.advance(10);
    await stream.text()[Symbol.asyncIterator]().next();
    const completion = stream.completion();
    await clock.advance(799);
    expect(await isOver(completion)).toBe(false);
    await clock.advance(101);
    await expect(completion).rejects.toMatchObject({ kind: 'aborted', code: 'unread' });
    expect(clock.pending).toBe(0);
  });

  it('at a time of fractions of a millisecond, too, an unread stream comes to its end', async () => {
    const provider = scriptedProvider([{ body: [content('a')], ending: 'stall' }]);
    const clock = virtualClock({ settle: immediately });
    // A thousand milliseconds later is a little less than a thousand milliseconds later.
    await clock.advance(131.571_249_689_210_73);
    const call = clocks({ unreadMs: 1000 })(fetchTransport({ fetch: provider.fetch }));
    const stream = await call(request, { clock });
    await clock.advance(1001);
    await expect(stream.completion()).rejects.toMatchObject({ code: 'unread' });
  });

  it('breaking out of the loop leaves no timer and no listener', async () => {
    const { signal } = new AbortController();
    const reply: ScriptedReply = { body: [content('a')], ending: 'stall' };
    const { clock, running } = start(reply, {}, {}, { signal });
    for await (const _ of (await running).text()) break;
    expect(clock.pending).toBe(0);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it('a call that fails leaves no timer and no listener', async () => {
    const { signal } = new AbortController();
    const { clock, failed } = start({ status: 500 }, {}, {}, { signal });
    expect(await failed).toMatchObject({ kind: 'server' });
    expect(clock.pending).toBe(0);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it('who waits for the server is reading, however long it takes', async () => {
    const options = { idleMs: Number.POSITIVE_INFINITY, unreadMs: 1000 };
    const { clock, running } = start({ body: [content('a')], ending: 'stall' }, options);
    const iterator = (await running).text()[Symbol.asyncIterator]();
    await iterator.next();
    const pending = iterator.next();
    await clock.advance(3_600_000);
    expect(await isOver(pending)).toBe(false);
    await iterator.return?.();
    expect(await pending).toEqual({ done: true, value: undefined });
    expect(clock.pending).toBe(0);
  });

  it('a stream that was aborted before the clocks saw it leaves no timer', async () => {
    const clock = virtualClock({ settle: immediately });
    const provider = scriptedProvider([{ body: [content('a')], ending: 'stall' }]);
    const transport = fetchTransport({ fetch: provider.fetch });
    const call = clocks()(async (body, context) => {
      const stream = await transport(body, context);
      stream.stop(errorOf('aborted'));
      return stream;
    });
    const stream = await call(request, { clock });
    await expect(stream.completion()).rejects.toMatchObject({ kind: 'aborted' });
    expect(clock.pending).toBe(0);
  });

  it('Infinity switches a clock off', async () => {
    const off = Number.POSITIVE_INFINITY;
    const options = { headersMs: off, firstChunkMs: off, idleMs: off, unreadMs: off };
    const { clock, running } = start({ body: [completion('a')] }, options);
    await running;
    expect(clock.pending).toBe(0);
  });

  it.each(['headersMs', 'firstChunkMs', 'idleMs', 'unreadMs'])(
    '%s: 0 is refused, by name',
    (name) => {
      expect(() => clocks({ [name]: 0 })).toThrow(`${name} is 0`);
    },
  );
});
