import { ChatError, type ChatStream, type StreamEnd } from '@farebox/core';
import { virtualClock } from '@farebox/core/testing';
import { describe, expect, it } from 'vitest';
import { content, done, event, finish } from './fixtures/events.js';
import { FedSource } from './fixtures/fed-source.js';
import { facts } from './fixtures/open-pump.js';
import { Pump } from './pump.js';

const usage = { prompt_tokens: 9, completion_tokens: 2, total_tokens: 11 };
const last = finish() + event([], { usage });
const aborted = new ChatError({ kind: 'aborted', message: 'By the caller.' });
const timeout = new ChatError({ kind: 'timeout', code: 'total', message: 'The time was up.' });

/** A stream whose first text is in hand, drained within `bounds`. */
async function opened(bounds: { ms?: number; bytes?: number; deadlineAtMs?: number } = {}) {
  const clock = virtualClock();
  const source = new FedSource();
  const pump = new Pump(source, { facts, drain: { ms: 2000, bytes: 10_000, clock, ...bounds } });
  source.feed(content('Hel'));
  await pump.open();
  const heard: unknown[] = [];
  pump.watch({
    left: (how) => void heard.push('left', how),
    end: (how) => void heard.push('end', how),
    chunk: ({ choices }) => void heard.push(choices[0]?.delta.content),
  });
  const settle = () => clock.advance(0);
  return { clock, source, pump, heard, settle };
}

const usageOf = (stream: ChatStream) => stream.partial().usage;

/** What a promise rejects with, if it has settled by now. */
async function failureNow(promise: Promise<unknown>): Promise<ChatError | 'pending' | 'success'> {
  let now: ChatError | 'pending' | 'success' = 'pending';
  promise.then(
    () => {
      now = 'success';
    },
    (thrown) => {
      now = thrown;
    },
  );
  for (let turn = 0; turn < 50; turn++) await undefined;
  return now;
}

describe('a reply that is drained', () => {
  it('ends for its reader at once, and for its watchers once the usage is there; none of it is handed out', async () => {
    const { source, pump, heard, clock, settle } = await opened();
    const text = pump.text()[Symbol.asyncIterator]();
    await text.next();
    const pending = text.next();
    const whole = pump.completion();
    pump.stop(aborted);
    expect(await failureNow(pending)).toMatchObject({ kind: 'aborted', delivered: true });
    expect(await failureNow(whole)).toMatchObject({ kind: 'aborted' });
    expect(heard).toEqual(['Hel', 'left', 'aborted']);
    expect(source.cancelled).toBe(0);
    source.feed(content('lo') + last + done);
    await settle();
    expect(heard).toEqual(['Hel', 'left', 'aborted', 'end', 'aborted']);
    expect(usageOf(pump)).toEqual(usage);
    expect(source.cancelled).toBe(1);
    expect(clock.pending).toBe(0);
    await expect(text.next()).rejects.toMatchObject({ kind: 'aborted' });
  });

  it('goes on for a reader who left the loop, which is left at once', async () => {
    const { source, pump, heard, settle } = await opened();
    for await (const _ of pump.text()) break;
    expect(heard).toEqual(['Hel', 'left', 'abandoned']);
    expect(await failureNow(pump.completion())).toMatchObject({ code: 'abandoned' });
    source.feed(last);
    source.end();
    await settle();
    expect(heard.slice(3)).toEqual(['end', 'abandoned']);
    expect(usageOf(pump)).toEqual(usage);
  });

  it('is heard at once, also where the source itself aborts the call as it is asked for more', async () => {
    const { source, pump, heard, settle } = await opened();
    const text = pump.text()[Symbol.asyncIterator]();
    await text.next();
    const read = source.read.bind(source);
    source.read = () => {
      source.read = read;
      pump.stop(aborted);
      return read();
    };
    expect(await failureNow(text.next())).toMatchObject({ kind: 'aborted' });
    source.feed(last + done);
    await settle();
    expect(heard.slice(-2)).toEqual(['end', 'aborted']);
    expect(usageOf(pump)).toEqual(usage);
  });

  it('takes in what had come and was not read', async () => {
    const { source, pump, settle } = await opened();
    source.feed(content('lo') + last + done);
    pump.stop(aborted);
    await settle();
    expect(usageOf(pump)).toEqual(usage);
  });

  it('is over at its time exactly, and leaves no timer', async () => {
    const { source, pump, heard, clock } = await opened({ ms: 2000 });
    pump.stop(aborted);
    await clock.advance(1999);
    expect(heard).not.toContain('end');
    await clock.advance(1);
    expect(heard.slice(-2)).toEqual(['end', 'aborted']);
    expect(source.cancelled).toBe(1);
    expect(clock.pending).toBe(0);
    expect(usageOf(pump)).toBeUndefined();
  });

  it('is over at the deadline of the call, if that comes first', async () => {
    const { pump, heard, clock } = await opened({ ms: 2000, deadlineAtMs: 700 });
    pump.stop(aborted);
    await clock.advance(699);
    expect(heard).not.toContain('end');
    await clock.advance(1);
    expect(heard).toContain('end');
  });

  it('what comes after its time is not looked at, although its timer is late: the machine has slept', async () => {
    const awake = virtualClock();
    let sleptMs = 0;
    const clock = { ...awake, monotonicMs: () => awake.monotonicMs() + sleptMs };
    const source = new FedSource();
    const pump = new Pump(source, { facts, drain: { ms: 2000, bytes: 10_000, clock } });
    source.feed(content('Hel'));
    await pump.open();
    pump.stop(aborted);
    sleptMs = 2000;
    source.feed(last + done);
    await awake.advance(0);
    expect(source.cancelled).toBe(1);
    expect(usageOf(pump)).toBeUndefined();
    expect(awake.pending).toBe(0);
  });

  it('may be as large as its bound, and one byte more is too much', async () => {
    const rest = last + done;
    for (const bytes of [rest.length, rest.length - 1]) {
      const { source, pump, settle } = await opened({ bytes });
      pump.stop(aborted);
      source.feed(rest);
      await settle();
      expect(usageOf(pump)).toEqual(bytes === rest.length ? usage : undefined);
      expect(source.cancelled).toBe(1);
    }
  });

  it('is ended by a clock, and not by another abort', async () => {
    const { source, pump, heard, clock, settle } = await opened();
    for await (const _ of pump.text()) break;
    pump.stop(aborted);
    await settle();
    expect(source.cancelled).toBe(0);
    pump.stop(timeout);
    await settle();
    expect(heard.slice(3)).toEqual(['end', 'abandoned']);
    expect(source.cancelled).toBe(1);
    expect(clock.pending).toBe(0);
  });

  it('that a budget ends has failed with it for its watchers: the answer outgrew what was reserved', async () => {
    const { pump, heard, settle } = await opened();
    const failed = new ChatError({ kind: 'budget', message: 'Longer than reserved.' });
    pump.stop(aborted);
    pump.stop(failed);
    await settle();
    expect(heard.at(-1)).toEqual({ failed });
  });

  it.each<[string, (source: FedSource) => void]>([
    ['a broken connection', (source) => source.break()],
    ['the end of the bytes', (source) => source.end()],
    ['an event that is none', (source) => source.feed('data: {"choices":7}\n\n')],
    ['an error of the provider', (source) => source.feed('data: {"error":{"message":"x"}}\n\n')],
  ])('is over with %s, and nobody hears of an error', async (_name, happen) => {
    const { source, pump, heard, clock, settle } = await opened();
    pump.stop(aborted);
    await settle();
    happen(source);
    await settle();
    expect(heard.slice(-2)).toEqual(['end', 'aborted']);
    expect(clock.pending).toBe(0);
    expect(usageOf(pump)).toBeUndefined();
  });

  it('tells whoever begins to watch meanwhile of its end as well, once', async () => {
    const { source, pump, settle } = await opened();
    for await (const _ of pump.text()) break;
    const ends: StreamEnd[] = [];
    pump.watch({ end: (how) => void ends.push(how) });
    expect(ends).toEqual([]);
    source.feed(last + done);
    await settle();
    pump.watch({ end: (how) => void ends.push(how) });
    expect(ends).toEqual(['abandoned', 'abandoned']);
  });

  it('whose watcher fails at the end is no unhandled rejection', async () => {
    const { source, pump, settle } = await opened();
    pump.watch({ end: () => Promise.reject(new Error('the disk is full')) });
    pump.stop(aborted);
    source.feed(last + done);
    await settle();
    await expect(pump.completion()).rejects.toMatchObject({ kind: 'aborted' });
  });
});

describe('a reply is never drained', () => {
  it.each<[string, ChatError]>([
    ['a clock ran out', timeout],
    ['nobody read it', new ChatError({ kind: 'aborted', code: 'unread', message: 'Unread.' })],
    ['a budget stopped it', new ChatError({ kind: 'budget', message: 'Longer than reserved.' })],
  ])('after %s', async (_name, error) => {
    const { source, pump, heard, clock } = await opened();
    pump.stop(error);
    expect(source.cancelled).toBe(1);
    expect(heard).not.toContain('left');
    expect(clock.pending).toBe(0);
  });

  it('after it has proved to be too large, also where its reader leaves before they hear of it', async () => {
    const clock = virtualClock();
    const source = new FedSource();
    const limits = { maxJsonDepth: 8 };
    const drain = { ms: 2000, bytes: 10_000, clock };
    const pump = new Pump(source, { facts, drain, limits });
    const deep = event([], { deep: JSON.parse(`${'['.repeat(9)}${']'.repeat(9)}`) });
    source.feed(content('a') + content('b') + deep);
    await pump.open();
    for await (const _ of pump.text()) break;
    expect(source.cancelled).toBe(1);
    expect(clock.pending).toBe(0);
  });
});
