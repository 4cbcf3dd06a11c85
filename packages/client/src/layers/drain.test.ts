import type { StreamEnd } from '@farebox/core';
import { describe, expect, it } from 'vitest';
import { drainedCall, failure, rest, withText } from '../fixtures/drained-call.js';
import { request } from '../fixtures/fake-call.js';
import { fedProvider } from '../fixtures/fed-provider.js';
import { testDrains } from '../fixtures/test-drains.js';
import { immediately } from '../fixtures/test-settle-rule.js';
import { content, role } from '../fixtures/wire-events.js';
import { fetchTransport } from '../transport/fetch-transport.js';
import { drain } from './drain.js';
import { limiter } from './limiter/limiter.js';
import { resume } from './resume/resume.js';

testDrains('fetchTransport', (fetch) => fetchTransport({ fetch }));

describe('a drain', () => {
  it('is not there unless it is asked for', async () => {
    const provider = fedProvider();
    const controller = new AbortController();
    const opening = fetchTransport({ fetch: provider.fetch })(request, {
      signal: controller.signal,
    });
    await immediately();
    provider.replies[0]?.feed(content('Hel'));
    const stream = await opening;
    controller.abort();
    await failure(stream.completion());
    expect(provider.replies[0]?.state).toBe('aborted');
  });

  it('is over after two seconds, whatever comes', async () => {
    const set = drainedCall();
    const { stream, reply } = await withText(set);
    for await (const _ of stream.text()) break;
    for (let at = 0; at < 19; at++) {
      await set.clock.advance(100);
      reply?.feed(content('more'));
    }
    await set.clock.advance(99);
    expect(set.ends).toEqual([]);
    await set.clock.advance(1);
    expect(set.isOver()).toEqual({
      states: ['cancelled'],
      ends: ['abandoned'],
      ...set.nothingLeft,
    });
  });

  it.each(['in the answer', 'before it'])('the idle clock ends it as well: %s', async (where) => {
    const set = drainedCall({ idleMs: 300 });
    if (where === 'in the answer') {
      for await (const _ of (await withText(set)).stream.text()) break;
    } else {
      const opening = failure(set.start());
      await set.clock.advance(0);
      set.provider.replies[0]?.feed(role);
      await set.clock.advance(0);
      set.controller.abort();
      await opening;
    }
    await set.clock.advance(299);
    set.provider.replies[0]?.feed(content('more'));
    await set.clock.advance(299);
    expect(set.ends).toEqual([]);
    await set.clock.advance(301);
    expect(set.isOver()).toMatchObject({ states: ['cancelled'], ...set.nothingLeft });
    expect(set.ends).toHaveLength(1);
  });

  it('the deadline of the call ends it as well, and is itself not drained after', async () => {
    for (const isAborted of [true, false]) {
      const set = drainedCall({ totalMs: 1000 });
      const { stream } = await withText(set);
      const reading = failure(stream.completion());
      await set.clock.advance(400);
      if (isAborted) set.controller.abort();
      await set.clock.advance(599);
      expect(set.isOver().states).toEqual(['open']);
      await set.clock.advance(1);
      expect(await reading).toMatchObject({ kind: isAborted ? 'aborted' : 'timeout' });
      expect(set.isOver()).toMatchObject({ ...set.nothingLeft });
      expect(set.isOver().states).not.toContain('open');
    }
  });

  it.each(['in the answer', 'before it'])(
    'keeps the place in the limiter until the connection is closed: %s',
    async (where) => {
      const set = drainedCall({ more: [limiter({ concurrency: 1 })] });
      if (where === 'in the answer') {
        const { stream } = await withText(set);
        set.controller.abort();
        await failure(stream.completion());
      } else {
        const opening = failure(set.start());
        await set.clock.advance(0);
        set.controller.abort();
        await opening;
      }
      const other = set.start(new AbortController().signal);
      await set.clock.advance(1000);
      expect(set.provider.replies).toHaveLength(1);
      set.provider.replies[0]?.feed(content('lo') + rest);
      await set.clock.advance(0);
      expect(set.provider.replies).toHaveLength(2);
      set.provider.replies[1]?.feed(content('Hi') + rest);
      await (await other).completion();
    },
  );

  it('nothing is sent after the abort, nor after a drain that failed', async () => {
    const set = drainedCall();
    const { stream, reply } = await withText(set);
    set.controller.abort();
    await failure(stream.completion());
    reply?.end();
    await set.clock.advance(60_000);
    expect(set.provider.replies).toHaveLength(1);
    expect(set.isOver()).toMatchObject({ ends: ['aborted'], ...set.nothingLeft });
  });

  it('a call that would be resumed is not, and its attempt ends once', async () => {
    const set = drainedCall({ more: [resume({ onTruncated: 'restart' })] });
    const { stream, reply } = await withText(set);
    const heard: StreamEnd[] = [];
    stream.watch({ end: (end) => void heard.push(end) });
    const text = stream.text()[Symbol.asyncIterator]();
    await text.next();
    const reading = failure(text.next());
    set.controller.abort();
    expect(await reading).toMatchObject({ kind: 'aborted' });
    expect([heard, set.ends]).toEqual([['aborted'], []]);
    reply?.feed(content('lo'));
    reply?.end();
    await set.clock.advance(60_000);
    expect([heard, set.ends]).toEqual([['aborted'], ['aborted']]);
    expect(set.provider.replies).toHaveLength(1);
    expect(set.isOver()).toMatchObject(set.nothingLeft);
  });

  it.each([
    [{ ms: 0 }, 'drain.ms is 0'],
    [{ ms: Number.POSITIVE_INFINITY }, 'drain.ms is Infinity'],
    [{ ms: Number.NaN }, 'drain.ms is NaN'],
    [{ bytes: -1 }, 'drain.bytes is -1'],
    [{ bytes: '9' as never }, 'drain.bytes is a string'],
  ])('without an end to it is refused at once: %j', (options, message) => {
    expect(() => drain(options)).toThrow(message);
  });
});
