import { getEventListeners } from 'node:events';
import {
  type Call,
  type ChatError,
  type ChatStream,
  type Layer,
  type StreamEnd,
  stack,
} from '@farebox/core';
import { virtualClock } from '@farebox/core/testing';
import OpenAI from 'openai';
import { describe, expect, it } from 'vitest';
import { request } from '../fixtures/fake-call.js';
import { fedProvider } from '../fixtures/fed-provider.js';
import { immediately } from '../fixtures/test-settle-rule.js';
import { content, done, finish, role, usage } from '../fixtures/wire-events.js';
import { fromOpenAI } from '../openai.js';
import { fetchTransport } from '../transport/fetch-transport.js';
import { clocks } from './clocks.js';
import { deadline } from './deadline.js';
import { type DrainOptions, drain } from './drain.js';
import { fallback } from './fallback/fallback.js';
import { limiter } from './limiter/limiter.js';
import { resume } from './resume/resume.js';
import { retry } from './retry.js';

const rest = finish() + usage + done;

interface Layers {
  readonly drained?: DrainOptions;
  readonly totalMs?: number;
  readonly idleMs?: number;
  readonly status?: number | 'late';
  readonly more?: readonly Layer[];
  readonly transport?: (fetch: typeof globalThis.fetch) => Call;
}

const bare = (fetch: typeof globalThis.fetch) => fetchTransport({ fetch });
const sdk = (fetch: typeof globalThis.fetch) =>
  fromOpenAI(new OpenAI({ apiKey: 'sk-test', fetch }));

/** Calls under the layers of a whole stack, with what a watcher of each attempt hears. */
function setUp(layers: Layers = {}) {
  const { drained = {}, totalMs, idleMs, status, more = [], transport = bare } = layers;
  const provider = fedProvider(status);
  const clock = virtualClock({ settle: immediately });
  const controller = new AbortController();
  const { signal } = controller;
  const ends: StreamEnd[] = [];
  const streams: ChatStream[] = [];
  // Where the meter is.
  const watching: Layer = (next) => async (asked, context) => {
    const watch = (stream: ChatStream) => {
      streams.push(stream);
      stream.watch({ end: (end) => void ends.push(end) });
    };
    const onDrain = (stream: ChatStream) => {
      watch(stream);
      context.onDrain?.(stream);
    };
    const stream = await next(asked, { ...context, onDrain });
    watch(stream);
    return stream;
  };
  const call = stack(
    deadline({ totalMs }),
    drain(drained),
    fallback([{ model: 'other' }]),
    retry(),
    ...more,
    watching,
    clocks({ idleMs }),
  )(transport(provider.fetch));
  const start = (given: AbortSignal | undefined = signal) =>
    call(request, { clock, signal: given, random: () => 0.5 });
  const isOver = () => ({
    states: provider.replies.map(({ state }) => state),
    timers: clock.pending,
    listeners: getEventListeners(signal, 'abort').length,
    ends,
  });
  const nothingLeft = { timers: 0, listeners: 0 };
  return { provider, clock, controller, start, streams, ends, isOver, nothingLeft };
}

const failure = (running: Promise<unknown>) =>
  running.then(
    () => undefined,
    (thrown: unknown) => thrown as ChatError,
  );

/** A call that has its first text, and its reply. */
async function withText(set: ReturnType<typeof setUp>) {
  const opening = set.start();
  await set.clock.advance(0);
  set.provider.replies[0]?.feed(role + content('Hel'));
  return { stream: await opening, reply: set.provider.replies[0] };
}

describe.each([
  ['fetch', bare],
  ['the SDK', sdk],
])('a drain over %s', (_name, transport) => {
  it('an abort in the answer is heard at once, and its reply ends with the usage', async () => {
    const set = setUp({ transport });
    const { stream, reply } = await withText(set);
    const reading = failure(stream.completion());
    await set.clock.advance(500);
    set.controller.abort();
    expect(await reading).toMatchObject({ kind: 'aborted', delivered: true });
    expect(set.isOver()).toMatchObject({ states: ['open'], ends: [] });
    await set.clock.advance(1999);
    reply?.feed(rest);
    await set.clock.advance(0);
    expect(set.isOver()).toEqual({
      states: ['cancelled'],
      ends: ['aborted'],
      ...set.nothingLeft,
    });
    expect(stream.partial().usage).toMatchObject({ total_tokens: 11 });
  });

  it('an abort before the answer is heard at once, and whoever pays is given the stream', async () => {
    const set = setUp({ transport });
    const opening = failure(set.start());
    await set.clock.advance(0);
    set.provider.replies[0]?.feed(role);
    await set.clock.advance(10);
    set.controller.abort();
    expect(await opening).toMatchObject({ kind: 'aborted', delivered: false, attempts: 1 });
    expect(set.isOver()).toMatchObject({ states: ['open'], ends: [] });
    set.provider.replies[0]?.feed(content('Hello') + rest);
    await set.clock.advance(0);
    expect(set.isOver()).toEqual({
      states: ['cancelled'],
      ends: ['aborted'],
      ...set.nothingLeft,
    });
    expect(set.streams[0]?.partial().usage).toMatchObject({ total_tokens: 11 });
  });

  it('an abort before the headers closes the connection: there is no reply to read', async () => {
    const set = setUp({ transport, status: 'late' });
    const opening = failure(set.start());
    await set.clock.advance(10);
    set.controller.abort();
    expect(await opening).toMatchObject({ kind: 'aborted' });
    await set.clock.advance(0);
    expect(set.isOver()).toEqual({ states: ['aborted'], ends: [], ...set.nothingLeft });
  });

  it('an abort in an error reply closes it: it has no usage', async () => {
    const set = setUp({ transport, status: 500 });
    const opening = failure(set.start());
    await set.clock.advance(0);
    set.provider.replies[0]?.feed('{"error":');
    await set.clock.advance(10);
    set.controller.abort();
    expect(await opening).toMatchObject({ kind: 'aborted' });
    await set.clock.advance(0);
    expect(set.isOver()).toMatchObject({ ends: [], ...set.nothingLeft });
    expect(set.isOver().states).not.toContain('open');
  });
});

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
    const set = setUp();
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
    const set = setUp({ idleMs: 300 });
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
      const set = setUp({ totalMs: 1000 });
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
      const set = setUp({ more: [limiter({ concurrency: 1 })] });
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
    const set = setUp();
    const { stream, reply } = await withText(set);
    set.controller.abort();
    await failure(stream.completion());
    reply?.end();
    await set.clock.advance(60_000);
    expect(set.provider.replies).toHaveLength(1);
    expect(set.isOver()).toMatchObject({ ends: ['aborted'], ...set.nothingLeft });
  });

  it('a call that would be resumed is not, and its attempt ends once', async () => {
    const set = setUp({ more: [resume({ onTruncated: 'restart' })] });
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
