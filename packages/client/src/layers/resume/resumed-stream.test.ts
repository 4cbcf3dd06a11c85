import type { CallEvent, Clock, Layer, StreamEnd } from '@farebox/core';
import { virtualClock } from '@farebox/core/testing';
import { describe, expect, it } from 'vitest';
import { errorOf } from '../../fixtures/fake-call.js';
import { cut, play, setUp, textOf, whole } from '../../fixtures/play-resume.js';
import { readText } from '../../fixtures/read-text.js';
import type { ScriptedReply } from '../../fixtures/scripted-reply.js';
import { withTime } from '../../fixtures/test-settle-rule.js';
import { content } from '../../fixtures/wire-events.js';
import { clocks } from '../clocks.js';
import { deadline } from '../deadline.js';
import { retry } from '../retry.js';

describe('the stream of a call that was made anew', () => {
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

  it('an abort is final whatever its reason, and nobody is told of a wait', async () => {
    const stall: ScriptedReply = { body: [content('Hel')], ending: 'stall' };
    const controller = new AbortController();
    const { clock, opening, log, expectNothingLeft } = setUp(
      [stall, whole],
      {},
      { signal: controller.signal },
    );
    const stream = await opening;
    clock.after(100, () => controller.abort(errorOf('server')));
    const { error } = await withTime(clock, readText(stream));
    expect(error).toMatchObject({ kind: 'server', delivered: true, attempts: 1 });
    expect(log).toEqual([{ type: 'attempt', attempt: 1 }]);
    expectNothingLeft();
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

  it('an abort in the instant of the deadline, while it is made anew, leaves the deadline its error and every attempt its count', async () => {
    const silent: ScriptedReply = { ending: 'silent' };
    for (const [replies, sent] of [
      [[cut, silent], 2],
      [[cut, { status: 500 }, silent], 3],
    ] as const) {
      const aborting = new AbortController();
      const { signal } = aborting;
      // In the turn of the deadline's own timer: nothing that it rejects has settled yet.
      const dueAtOnce: Layer = (next) => (asked, context) => {
        const { clock = virtualClock() } = context;
        const after: Clock['after'] = (ms, task) =>
          clock.after(ms, () => {
            task();
            if (ms === 40_000) aborting.abort();
          });
        return deadline({ totalMs: 40_000 })(next)(asked, {
          ...context,
          clock: { ...clock, after },
        });
      };
      const inside = [dueAtOnce, retry(), clocks()];
      const { clock, opening, provider, expectNothingLeft } = setUp(
        replies,
        {},
        { signal },
        inside,
      );
      const stream = await opening;
      const heard: StreamEnd[] = [];
      stream.watch({ end: (end) => void heard.push(end) });
      const { error } = await withTime(clock, readText(stream));
      expect(error).toMatchObject({ kind: 'timeout', code: 'total', attempts: sent });
      expect(provider.requests).toHaveLength(sent);
      expect(heard).toMatchObject([{ failed: { code: 'total' } }]);
      expectNothingLeft();
    }
  });

  it('a stop while an attempt is under way counts that attempt', async () => {
    const { clock, opening, provider, expectNothingLeft } = setUp([cut, { ending: 'silent' }]);
    const stream = await opening;
    const reading = readText(stream);
    while (provider.requests.length < 2) await clock.advance(100);
    stream.stop(errorOf('timeout', { code: 'idle' }));
    expect((await reading).error).toMatchObject({ code: 'idle', attempts: 2 });
    await clock.advance(600_000);
    expectNothingLeft();
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

  it('an observer that fails while it is told fails the call, and nothing of it stays open', async () => {
    const onEvent = ({ type }: CallEvent) => {
      if (type === 'restart') throw new Error('a defect of the observer');
    };
    const { error, text, heard } = await play([cut, whole], {}, { onEvent });
    expect(text).toBe('Hello');
    expect(error).toMatchObject({ kind: 'protocol', code: 'internal', attempts: 2 });
    expect(heard).toHaveLength(1);
  });
});
