import { getEventListeners } from 'node:events';
import {
  type CallContext,
  type CallEvent,
  isChatError,
  type Layer,
  retryQuota,
  type StreamEnd,
  stack,
} from '@farebox/core';
import { virtualClock } from '@farebox/core/testing';
import { describe, expect, it } from 'vitest';
import { errorOf, request } from '../../fixtures/fake-call.js';
import { readText } from '../../fixtures/read-text.js';
import { scriptedProvider } from '../../fixtures/scripted-provider.js';
import type { ScriptedReply } from '../../fixtures/scripted-reply.js';
import { immediately, withTime } from '../../fixtures/test-settle-rule.js';
import { content, done, finish, role, usage } from '../../fixtures/wire-events.js';
import { fetchTransport } from '../../transport/fetch-transport.js';
import { clocks } from '../clocks.js';
import { deadline } from '../deadline.js';
import { retry } from '../retry.js';
import { type ResumeOptions, resume } from './resume.js';

const cut: ScriptedReply = { body: [role, content('Hel'), content('lo')] };
const whole: ScriptedReply = {
  body: [role, content('Good'), content(' day'), finish(), usage, done],
};
const errorEvent = (error: object): ScriptedReply => ({
  body: [content('Hel'), `data: ${JSON.stringify({ error })}\n\n`],
});

/** A call under the usual layers with `resume`, everything it said, and what was left behind. */
function setUp(
  replies: readonly ScriptedReply[],
  options: Partial<ResumeOptions> = {},
  more: CallContext = {},
  inside: readonly Layer[] = [deadline(), retry(), clocks()],
) {
  const provider = scriptedProvider(replies);
  const clock = virtualClock({ settle: immediately });
  const log: (CallEvent | string)[] = [];
  const { signal = new AbortController().signal } = more;
  const context: CallContext = {
    clock,
    random: () => 1,
    onEvent: (event) => void log.push(event),
    ...more,
    signal,
  };
  const [outer = deadline(), ...others] = inside;
  const layers = stack(outer, resume({ onTruncated: 'restart', ...options }), ...others);
  const opening = layers(fetchTransport({ fetch: provider.fetch }))(request, context);
  const expectNothingLeft = () => {
    expect(provider.open, 'replies that are still open').toBe(0);
    expect(clock.pending, 'timers left').toBe(0);
    expect(getEventListeners(signal, 'abort'), 'listeners left').toEqual([]);
  };
  return { provider, clock, log, opening, expectNothingLeft };
}

/** Reads the text of a call that is set up, each piece logged among the events. */
async function play(...args: Parameters<typeof setUp>) {
  const { clock, opening, log, ...rest } = setUp(...args);
  const heard: StreamEnd[] = [];
  const reading = async () => {
    const stream = await opening;
    stream.watch({ end: (end) => void heard.push(end) });
    const text = stream.text();
    const logged = { text: () => loggedText(text, log) };
    return { stream, ...(await readText(logged)) };
  };
  const played = await withTime(clock, reading());
  rest.expectNothingLeft();
  return { ...played, ...rest, log, heard, clock };
}

/** The text that an error says was handed out. */
function textOf(error: unknown): string | null | undefined {
  return isChatError(error) ? error.partial?.choices[0]?.message.content : undefined;
}

async function* loggedText(text: AsyncIterable<string>, log: unknown[]) {
  for await (const piece of text) {
    log.push(piece);
    yield piece;
  }
}

describe('resume by starting again', () => {
  it('says what is void before the first piece of the new answer, and then goes on with that', async () => {
    const { text, log, heard, stream } = await play([cut, whole]);
    expect(text).toBe('HelloGood day');
    expect(heard).toEqual(['completed']);
    const types = log.map((entry) => (typeof entry === 'string' ? entry : entry.type));
    expect(types).toEqual(['attempt', 'Hel', 'lo', 'wait', 'attempt', 'restart', 'Good', ' day']);
    expect(
      log.find((entry) => typeof entry === 'object' && entry.type === 'restart'),
    ).toMatchObject({
      attempt: 2,
      error: { kind: 'truncated', delivered: true },
      discard: { characters: 5, chunks: 0 },
    });
    const completion = await stream.completion();
    expect(completion.choices[0]?.message.content).toBe('Good day');
    expect(completion.usage?.total_tokens).toBe(11);
  });

  it('an answer that is whole is one attempt, without a word', async () => {
    const { text, log, provider } = await play([whole]);
    expect(text).toBe('Good day');
    expect(provider.requests).toHaveLength(1);
    expect(log).toEqual([{ type: 'attempt', attempt: 1 }, 'Good', ' day']);
  });

  it.each<[string, ScriptedReply, string]>([
    ['a cut', cut, 'truncated'],
    ['a broken connection', { ...cut, ending: 'break' }, 'truncated'],
    ['a stall', { ...cut, ending: 'stall' }, 'timeout'],
    ['an error of the server', errorEvent({ message: 'Oops.', type: 'server_error' }), 'server'],
    ['a rate limit', errorEvent({ message: 'Slow.', code: 'rate_limit_exceeded' }), 'rate-limit'],
    ['finish_reason "error"', { body: [content('Hel'), finish('error')] }, 'server'],
  ])('after %s inside the answer it starts again', async (_name, reply, kind) => {
    const { text, error, log } = await play([reply, whole]);
    expect(error).toBeUndefined();
    expect(text.endsWith('Good day')).toBe(true);
    const restarts = log.filter((entry) => typeof entry === 'object' && entry.type === 'restart');
    expect(restarts).toMatchObject([{ error: { kind } }]);
  });

  it.each<[string, ScriptedReply, string]>([
    ['an empty account', errorEvent({ message: 'Pay.', code: 'insufficient_quota' }), 'quota'],
    ['a filter', errorEvent({ message: 'No.', code: 'content_filter' }), 'content-filter'],
    ['a chunk that is no JSON', { body: [content('Hel'), 'data: {"choices":[\n\n'] }, 'protocol'],
  ])('after %s it does not', async (_name, reply, kind) => {
    const { error, provider, heard } = await play([reply, whole]);
    expect(error).toMatchObject({ kind, attempts: 1, delivered: true });
    expect(textOf(error)).toBe('Hel');
    expect(provider.requests).toHaveLength(1);
    expect(heard).toMatchObject([{ failed: { kind } }]);
  });

  it('once is enough unless more is asked for: the second cut comes out, with the first as its cause', async () => {
    const again: ScriptedReply = { body: [content('Good')] };
    const { text, error, log, provider } = await play([cut, again]);
    expect(text).toBe('HelloGood');
    expect(provider.requests).toHaveLength(2);
    expect(error).toMatchObject({ kind: 'truncated', attempts: 2, gaveUp: 'attempts' });
    expect(error?.cause).toMatchObject({ kind: 'truncated' });
    expect(textOf(error?.cause)).toBe('Hello');
    expect(textOf(error)).toBe('Good');
    const twice = await play([cut, again, whole], { resumptions: 2 });
    expect(twice.text).toBe('HelloGoodGood day');
    const discards = [...log, ...twice.log].flatMap((entry) =>
      typeof entry === 'object' && entry.type === 'restart' ? [entry.discard.characters] : [],
    );
    expect(discards).toEqual([5, 5, 4]);
  });

  it('nothing is void before something new is there: a call that cannot be made anew keeps the part', async () => {
    const { text, error, log, heard } = await play([cut, { status: 503 }]);
    expect(text).toBe('Hello');
    expect(error).toMatchObject({
      kind: 'server',
      attempts: 4,
      gaveUp: 'attempts',
      delivered: true,
    });
    expect(error?.cause).toMatchObject({ kind: 'truncated' });
    expect(textOf(error)).toBe('Hello');
    expect(log.some((entry) => typeof entry === 'object' && entry.type === 'restart')).toBe(false);
    expect(heard).toMatchObject([{ failed: { kind: 'server', attempts: 4 } }]);
  });

  it('attempts are numbered on over everything that the layers inside have made', async () => {
    const { log, text } = await play([{ status: 503 }, cut, { status: 503 }, whole]);
    expect(text).toBe('HelloGood day');
    const attempts = log.flatMap((entry) =>
      typeof entry === 'object' && entry.type === 'attempt' ? [entry.attempt] : [],
    );
    expect(attempts).toEqual([1, 2, 3, 4]);
    expect(
      log.find((entry) => typeof entry === 'object' && entry.type === 'restart'),
    ).toMatchObject({
      attempt: 4,
    });
  });

  it('waits as retry does: jitter over 250 ms, a hint of the server as a floor', async () => {
    const hint = { message: 'Try again in 7s', code: 'rate_limit_exceeded' };
    const plain = await play([cut, whole]);
    const hinted = await play([errorEvent(hint), whole]);
    const waits = [...plain.log, ...hinted.log].flatMap((entry) =>
      typeof entry === 'object' && entry.type === 'wait' ? [entry.waitMs] : [],
    );
    expect(waits).toEqual([250, 7000]);
    const late = await play([errorEvent({ ...hint, message: 'Try again in 61s' }), whole]);
    expect(late.error).toMatchObject({ gaveUp: 'retry-after', retryAfterMs: 61_000, attempts: 1 });
  });

  it('takes from the quota of retries, and gets it back when the new answer is whole', async () => {
    const quota = retryQuota({ tokens: 20 });
    const origin = 'https://api.openai.com';
    await play([cut, whole], { quota });
    expect(quota.left(origin)).toBe(20);
    await play([cut, cut], { quota });
    expect(quota.left(origin)).toBe(6);
    const { error, provider } = await play([cut, whole], { quota });
    expect(error).toMatchObject({ kind: 'truncated', gaveUp: 'retry-quota' });
    expect(provider.requests).toHaveLength(1);
  });

  it('after a stall the next attempt is twice as patient', async () => {
    const stall: ScriptedReply = { body: [content('Hel')], ending: 'stall' };
    const { error, clock } = await play([stall, stall]);
    expect(error).toMatchObject({ kind: 'timeout', code: 'idle', attempts: 2 });
    expect(clock.monotonicMs()).toBeGreaterThanOrEqual(60_000 + 120_000);
  });

  it('the deadline spans all of it, and what it ends is not resumed', async () => {
    const stall: ScriptedReply = { body: [content('Hel')], ending: 'stall' };
    const layers = [deadline({ totalMs: 61_000 }), retry(), clocks()];
    const { error, log } = await play([stall], {}, {}, layers);
    expect(error).toMatchObject({ kind: 'timeout', code: 'total', attempts: 2, delivered: true });
    expect(
      log.filter((entry) => typeof entry === 'object' && entry.type === 'restart'),
    ).toHaveLength(1);
    const tight = await play([stall], {}, {}, [deadline({ totalMs: 60_100 }), clocks()]);
    expect(tight.error).toMatchObject({ code: 'idle', gaveUp: 'deadline', attempts: 1 });
  });

  it('chunk by chunk: all of both are handed out and watched, and the count tells where to cut', async () => {
    const { clock, opening, log, expectNothingLeft } = setUp([cut, whole]);
    const read: string[] = [];
    const watched: string[] = [];
    const reading = async () => {
      const stream = await opening;
      stream.watch({ chunk: ({ choices }) => void watched.push(choices[0]?.delta.content ?? '') });
      for await (const { choices } of stream) read.push(choices[0]?.delta.content ?? '');
      return stream.completion();
    };
    const completion = await withTime(clock, reading());
    expect(read).toEqual(['', 'Hel', 'lo', '', 'Good', ' day', '', '']);
    expect(watched).toEqual(read);
    expect(log).toContainEqual(
      expect.objectContaining({ type: 'restart', discard: { characters: 5, chunks: 3 } }),
    );
    expect(completion.choices[0]?.message.content).toBe('Good day');
    expectNothingLeft();
  });

  it('a completion that nobody iterates is the new answer, and a watcher counts its chunks', async () => {
    const { clock, opening, log, expectNothingLeft } = setUp([cut, whole]);
    const watched: string[] = [];
    const reading = async () => {
      const stream = await opening;
      stream.watch({ chunk: ({ choices }) => void watched.push(choices[0]?.delta.content ?? '') });
      return stream.completion();
    };
    const { choices } = await withTime(clock, reading());
    expect(choices[0]?.message.content).toBe('Good day');
    expect(log).toContainEqual(
      expect.objectContaining({ type: 'restart', discard: { characters: 5, chunks: 3 } }),
    );
    expect(watched).toHaveLength(8);
    expectNothingLeft();
  });

  it('an abort during the wait ends it at once, and nothing is sent after it', async () => {
    const controller = new AbortController();
    const onEvent = ({ type }: CallEvent) => type === 'wait' && controller.abort();
    const { error, provider, heard } = await play(
      [cut, whole],
      {},
      { signal: controller.signal, onEvent },
    );
    expect(error).toMatchObject({ kind: 'aborted', attempts: 1, delivered: true });
    expect(textOf(error)).toBe('Hello');
    expect(heard).toEqual(['aborted']);
    expect(provider.requests).toHaveLength(1);
  });

  it('whoever hears of the restart can abort it before its first piece', async () => {
    const controller = new AbortController();
    const onEvent = ({ type }: CallEvent) => type === 'restart' && controller.abort();
    const { text, error, heard } = await play(
      [cut, whole],
      {},
      { signal: controller.signal, onEvent },
    );
    expect(text).toBe('Hello');
    expect(error).toMatchObject({ kind: 'aborted', attempts: 2, delivered: true });
    expect(heard).toEqual(['aborted']);
  });

  it('leaving during the wait ends it as abandoned, and nothing is sent after it', async () => {
    const { clock, opening, provider, expectNothingLeft } = setUp([cut, whole]);
    const stream = await opening;
    const heard: StreamEnd[] = [];
    stream.watch({ end: (end) => void heard.push(end) });
    const text = stream.text()[Symbol.asyncIterator]();
    await text.next();
    await text.next();
    const pending = text.next();
    await clock.advance(100);
    expect(await text.return?.()).toEqual({ done: true, value: undefined });
    expect(await pending).toEqual({ done: true, value: undefined });
    await clock.advance(600_000);
    expect(heard).toEqual(['abandoned']);
    expect(provider.requests).toHaveLength(1);
    await expect(stream.completion()).rejects.toMatchObject({ kind: 'aborted', code: 'abandoned' });
    expectNothingLeft();
  });

  it('a stop from outside is final, whatever it is for and whenever it comes', async () => {
    const stall: ScriptedReply = { body: [content('Good')], ending: 'stall' };
    for (const [first, stopAtMs, attempts] of [
      [stall, 100, 1],
      [cut, 0, 1],
      [cut, 100, 1],
      [cut, 10_000, 2],
    ] as const) {
      const { clock, opening, expectNothingLeft } = setUp([first, stall], { resumptions: 5 });
      const stream = await opening;
      const heard: StreamEnd[] = [];
      stream.watch({ end: (end) => void heard.push(end) });
      clock.after(stopAtMs, () => stream.stop(errorOf('timeout', { code: 'idle' })));
      const { error } = await withTime(clock, readText(stream));
      expect(error).toMatchObject({ kind: 'timeout', code: 'idle', delivered: true });
      expect(error?.attempts).toBe(attempts);
      expect(heard).toMatchObject([{ failed: { kind: 'timeout' } }]);
      await clock.advance(600_000);
      expectNothingLeft();
    }
  });

  it('two reads that wait for the same stream make one new call', async () => {
    const { clock, opening, provider, expectNothingLeft } = setUp([cut, whole]);
    const text = (await opening).text()[Symbol.asyncIterator]();
    const pieces = [text.next(), text.next(), text.next(), text.next()];
    const read = await withTime(clock, Promise.all(pieces));
    expect(read.map(({ value }) => value).sort()).toEqual([' day', 'Good', 'Hel', 'lo']);
    expect(await text.next()).toEqual({ done: true, value: undefined });
    expect(provider.requests).toHaveLength(2);
    expectNothingLeft();
  });

  it('a stream that nobody reads ends as unread, and is not made anew', async () => {
    const { clock, opening, provider, expectNothingLeft } = setUp([cut, whole]);
    const stream = await opening;
    const heard: StreamEnd[] = [];
    stream.watch({ end: (end) => void heard.push(end) });
    await clock.advance(300_000);
    expect(heard).toEqual(['abandoned']);
    await expect(stream.completion()).rejects.toMatchObject({ kind: 'aborted', code: 'unread' });
    expect(provider.requests).toHaveLength(1);
    expectNothingLeft();
  });

  it('a watcher whose end fails, fails the stream once', async () => {
    const { clock, opening, expectNothingLeft } = setUp([cut, whole]);
    const stream = await opening;
    let ends = 0;
    stream.watch({
      end: () => {
        ends++;
        throw errorOf('store');
      },
    });
    const { text, error } = await withTime(clock, readText(stream));
    expect(text).toBe('HelloGood day');
    expect(error).toMatchObject({ kind: 'store', delivered: true });
    expect(ends).toBe(1);
    expectNothingLeft();
  });

  it('an unawaited completion of a stream that fails is silent', async () => {
    const { clock, opening } = setUp([cut, { status: 400 }]);
    const stream = await opening;
    void stream.completion();
    await clock.advance(10_000);
    await expect(stream.completion()).rejects.toMatchObject({ kind: 'bad-request', attempts: 2 });
  });

  it.each<[object, string]>([
    [{ resumptions: 0 }, 'resumptions is 0'],
    [{ resumptions: 1.5 }, 'resumptions is 1.5'],
    [{ maxRetryAfterMs: -1 }, 'maxRetryAfterMs is -1'],
    [{ onTruncated: 'again' }, 'onTruncated is "again"'],
  ])('%j is refused, by name', (options, message) => {
    expect(() => resume({ onTruncated: 'restart', ...options })).toThrow(message);
  });
});
