import { ChatError, type StreamEnd } from '@farebox/core';
import { virtualClock } from '@farebox/core/testing';
import { describe, expect, it } from 'vitest';
import { content, done, event, finish } from '../fixtures/events.js';
import { FedSource } from '../fixtures/fed-source.js';
import { facts } from '../fixtures/open-pump.js';
import { Pump } from '../pump.js';
import { chainStreams } from './chain-streams.js';

const usage = { prompt_tokens: 9, completion_tokens: 2, total_tokens: 11 };
const rest = finish() + event([], { usage }) + done;
const aborted = new ChatError({ kind: 'aborted', message: 'By the caller.' });

/** A chain around a stream that is drained, which nothing may follow. */
async function drainedChain() {
  const clock = virtualClock();
  const source = new FedSource();
  const pump = new Pump(source, { facts, drain: { ms: 2000, bytes: 10_000, clock } });
  source.feed(content('Hel'));
  await pump.open();
  const inner: StreamEnd[] = [];
  pump.watch({ end: (end) => void inner.push(end) });
  let asked = 0;
  const chain = chainStreams(pump, {
    successor: () => {
      asked++;
      return Promise.reject(aborted);
    },
    abort: () => {},
  });
  const outer: StreamEnd[] = [];
  chain.watch({ end: (end) => void outer.push(end) });
  return { clock, source, pump, chain, inner, outer, asked: () => asked };
}

describe('a chain whose stream is drained', () => {
  it('has ended for whoever has the chain, and the stream ends later, once, with no other after it', async () => {
    const { clock, source, pump, chain, inner, outer, asked } = await drainedChain();
    const text = chain.text()[Symbol.asyncIterator]();
    await text.next();
    const pending = text.next();
    const whole = chain.completion();
    pump.stop(aborted);
    await expect(pending).rejects.toMatchObject({ kind: 'aborted', delivered: true });
    await expect(whole).rejects.toMatchObject({ kind: 'aborted' });
    expect([inner, outer]).toEqual([[], ['aborted']]);
    source.feed(rest);
    await clock.advance(0);
    expect([inner, outer, asked()]).toEqual([['aborted'], ['aborted'], 0]);
    expect(clock.pending).toBe(0);
  });

  it('is stopped, or left by its reader, at once', async () => {
    const stopped = await drainedChain();
    stopped.chain.stop(aborted);
    await expect(stopped.chain.completion()).rejects.toMatchObject({ kind: 'aborted' });
    const left = await drainedChain();
    for await (const _ of left.chain.text()) break;
    await expect(left.chain.completion()).rejects.toMatchObject({ code: 'abandoned' });
    expect([stopped.outer, left.outer]).toEqual([['aborted'], ['abandoned']]);
    for (const { inner, source, clock, asked } of [stopped, left]) {
      expect(inner).toEqual([]);
      source.break();
      await clock.advance(0);
      expect(inner).toHaveLength(1);
      expect(asked()).toBe(0);
    }
  });
});
