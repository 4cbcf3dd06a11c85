import { ChatError, type ChatStream, type HandedOut, type StreamEnd } from '@farebox/core';
import { describe, expect, it } from 'vitest';
import { textOfChunk } from '../chunk/text-of-chunk.js';
import { content, event, finish } from '../fixtures/events.js';
import { openPump, textOf } from '../fixtures/open-pump.js';
import { chainStreams } from './chain-streams.js';

const cutAfter = async (...blocks: string[]) => (await openPump(blocks)).pump;
const cutError = new ChatError({ kind: 'truncated', message: 'Cut.' });

/** A chain of a stream that is cut and what comes after it, with what was asked and heard. */
async function chainOf(next: () => Promise<ChatStream>, isJoined = false) {
  const aborts: ChatError[] = [];
  const asked: HandedOut[] = [];
  const ends: StreamEnd[] = [];
  const chain = chainStreams(await cutAfter(content('Hel'), content('lo')), {
    successor: async (_error, handedOut) => {
      asked.push(handedOut);
      return { stream: await next(), isJoined };
    },
    abort: (error) => void aborts.push(error),
  });
  chain.watch({ end: (end) => void ends.push(end) });
  return { chain, aborts, asked, ends };
}

describe('a chain of streams', () => {
  it('reads on in the next stream, and its reply is that one', async () => {
    const { chain, asked, ends } = await chainOf(() => cutAfter(content('Good') + finish()));
    expect(await textOf(chain)).toEqual(['Hel', 'lo', 'Good']);
    expect((await chain.completion()).choices[0]?.message.content).toBe('Good');
    expect(asked).toEqual([{ characters: 5, chunks: 0 }]);
    expect(ends).toEqual(['completed']);
    expect(chain.reads).toBe(4);
  });

  it('joined, the reply is the text of both, without a usage that is of one', async () => {
    const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };
    const more = content(' you') + finish() + event([], { usage });
    const { chain } = await chainOf(() => cutAfter(more), true);
    expect(await textOf(chain)).toEqual(['Hel', 'lo', ' you']);
    const completion = await chain.completion();
    expect(completion.choices[0]?.message.content).toBe('Hello you');
    expect(completion.choices[0]?.finish_reason).toBe('stop');
    expect(completion).not.toHaveProperty('usage');
  });

  it.each(['text', 'chunks'] as const)(
    'joined to one that repeats the text before, by %s that is handed out and watched once',
    async (how) => {
      const parts = [
        content('Hel') + content('lo my ') + content('fri'),
        content('Hello my fri') + content('end') + finish(),
      ];
      const chain = chainStreams(await cutAfter(content('Hello ')), {
        successor: async () => ({
          stream: await cutAfter(parts.shift() ?? ''),
          isJoined: true,
          repeats: true,
        }),
        abort: () => {},
      });
      const watched: string[] = [];
      chain.watch({ chunk: (chunk) => void watched.push(textOfChunk(chunk)) });
      const seen: string[] = [];
      if (how === 'text') for await (const piece of chain.text()) seen.push(piece);
      else for await (const chunk of chain) seen.push(textOfChunk(chunk));
      expect(seen.join('')).toBe('Hello my friend');
      expect(watched.join('')).toBe('Hello my friend');
      if (how === 'text') expect(seen).not.toContain('');
      expect((await chain.completion()).choices[0]?.message.content).toBe('Hello my friend');
    },
  );

  it('a stream that breaks off while it repeats has added nothing yet', async () => {
    const asked: (string | null | undefined)[] = [];
    const chain = chainStreams(await cutAfter(content('Hello')), {
      successor: async (error) => {
        asked.push(error.partial?.choices[0]?.message.content);
        if (asked.length > 1) throw error;
        return { stream: await cutAfter(content('Hel')), isJoined: true, repeats: true };
      },
      abort: () => {},
    });
    const error = await textOf(chain).catch((thrown) => thrown);
    expect(asked).toEqual(['Hello', 'Hello']);
    expect(error.partial.choices[0].message.content).toBe('Hello');
  });

  it('joined twice, all three parts are there; then started anew, only the last', async () => {
    const parts = [content(' my'), content(' friend') + content('s'), content('Hi') + finish()];
    const chain = chainStreams(await cutAfter(content('Hello')), {
      successor: async () => {
        const stream = await cutAfter(parts.shift() ?? '');
        return { stream, isJoined: parts.length > 0 };
      },
      abort: () => {},
    });
    const seen: string[] = [];
    for await (const piece of chain.text()) {
      seen.push(piece);
      if (piece === ' friends') expect(textIn(chain)).toBe('Hello my friends');
    }
    expect(seen).toEqual(['Hello', ' my', ' friends', 'Hi']);
    expect((await chain.completion()).choices[0]?.message.content).toBe('Hi');
  });

  it('stopped during the change it ends at once, and a stream that still comes is closed', async () => {
    const late = Promise.withResolvers<ChatStream>();
    const { chain, aborts, ends } = await chainOf(() => late.promise);
    const stop = new ChatError({ kind: 'timeout', code: 'mine', message: 'Enough.' });
    const reading = textOf(chain);
    while (ends.length === 0) {
      await new Promise((resolve) => setImmediate(resolve));
      chain.stop(stop);
    }
    await expect(reading).rejects.toMatchObject({ code: 'mine', delivered: true });
    expect(aborts).toMatchObject([{ code: 'mine' }]);
    const { pump, source } = await openPump([content('late'), content('r')]);
    late.resolve(pump);
    await new Promise((resolve) => setImmediate(resolve));
    expect(source.cancelled).toBe(1);
    expect(ends).toMatchObject([{ failed: { code: 'mine' } }]);
    await expect(chain.completion()).rejects.toMatchObject({ code: 'mine' });
  });

  it('stopped while the change ends already, it waits, and a stream that comes out of it all the same is stopped', async () => {
    const ending = new AbortController();
    const late = Promise.withResolvers<ChatStream>();
    const ends: StreamEnd[] = [];
    const aborts: ChatError[] = [];
    let isAsked = false;
    const chain = chainStreams(await cutAfter(content('Hello')), {
      successor: async () => {
        isAsked = true;
        return { stream: await late.promise, isJoined: false };
      },
      abort: (error) => void aborts.push(error),
      signal: ending.signal,
    });
    chain.watch({ end: (end) => void ends.push(end) });
    const reading = textOf(chain);
    while (!isAsked) await new Promise((resolve) => setImmediate(resolve));
    ending.abort();
    chain.stop(new ChatError({ kind: 'aborted', message: 'By the caller.' }));
    await new Promise((resolve) => setImmediate(resolve));
    expect([ends, aborts]).toEqual([[], []]);
    late.resolve(await cutAfter(content('Good') + finish()));
    await expect(reading).rejects.toMatchObject({ kind: 'aborted', delivered: true });
    expect(ends).toEqual(['aborted']);
  });

  it('a failure without a successor ends it, and everybody hears the same', async () => {
    const { chain, ends } = await chainOf(() => Promise.reject(cutError));
    const completion = chain.completion();
    await expect(completion).rejects.toMatchObject({ kind: 'truncated', delivered: true });
    expect(ends).toMatchObject([{ failed: { kind: 'truncated' } }]);
    chain.watch({ end: (end) => void ends.push(end) });
    expect(ends).toHaveLength(2);
  });

  it('a failure that nobody waits for is the end, and no successor is asked', async () => {
    const { chain, asked, ends } = await chainOf(() => cutAfter(content('no')));
    chain.stop(cutError);
    expect(ends).toMatchObject([{ failed: { kind: 'truncated' } }]);
    await expect(textOf(chain)).rejects.toMatchObject({ kind: 'truncated' });
    expect(asked).toEqual([]);
  });

  it('is read once, and watched before that', async () => {
    const { chain } = await chainOf(() => cutAfter(content('Good') + finish()));
    const iterator = chain[Symbol.asyncIterator]();
    expect(() => chain[Symbol.asyncIterator]()).toThrow('already being read');
    expect(() => chain.watch({})).toThrow('after reading had begun');
    await iterator.return?.();
  });
});

function textIn(stream: ChatStream): string | null | undefined {
  return stream.partial().choices[0]?.message.content;
}
