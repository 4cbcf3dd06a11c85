import { ChatError } from '@farebox/core';
import { describe, expect, it } from 'vitest';
import { content, done, event, finish } from './fixtures/events.js';
import { facts, openPump, textOf } from './fixtures/open-pump.js';
import { ScriptedSource } from './fixtures/scripted-source.js';
import { Pump } from './pump.js';

const timeout = new ChatError({ kind: 'timeout', code: 'total', message: 'Too late.' });
const aborted = new ChatError({ kind: 'aborted', message: 'Stopped.' });

describe('reading', () => {
  it('yields one string per network block, never an empty one', async () => {
    const { pump } = await openPump([
      event([{ index: 0, delta: { role: 'assistant', content: '' } }]) + content('a'),
      `${content('b')}${content('c')}`,
      ': comment\n\n',
      content('d') + finish() + done,
    ]);
    expect(await textOf(pump)).toEqual(['a', 'bc', 'd']);
  });

  it('text before an error in the same block is delivered before the throw', async () => {
    const { pump, ends } = await openPump([`${content('a')}${content('b')}data: {\n\n`]);
    const iterator = pump.text()[Symbol.asyncIterator]();
    expect(await iterator.next()).toEqual({ done: false, value: 'ab' });
    expect(ends).toEqual([]);
    await expect(iterator.next()).rejects.toMatchObject({ kind: 'protocol', delivered: true });
    expect(ends).toMatchObject([{ failed: { kind: 'protocol' } }]);
  });

  it('an error stays: reading on throws it again and never looks like an end', async () => {
    const { pump } = await openPump([content('a')]);
    const iterator = pump.text()[Symbol.asyncIterator]();
    await iterator.next();
    await expect(iterator.next()).rejects.toMatchObject({ kind: 'truncated' });
    await expect(iterator.next()).rejects.toMatchObject({ kind: 'truncated' });
  });

  it('concurrent next() calls get the chunks in order, then the end', async () => {
    const { pump } = await openPump([content('a'), content('b') + content('c'), finish()]);
    const iterator = pump[Symbol.asyncIterator]();
    const results = await Promise.all(Array.from({ length: 6 }, () => iterator.next()));
    const texts = results.map((result) =>
      result.done ? 'done' : (result.value.choices[0]?.delta.content ?? 'finish'),
    );
    expect(texts).toEqual(['a', 'b', 'c', 'finish', 'done', 'done']);
  });

  it('a second consumer is refused with the way out', async () => {
    const { pump } = await openPump([content('a') + finish()]);
    await textOf(pump);
    await expect(textOf(pump)).rejects.toMatchObject({ kind: 'configuration' });
    expect(() => pump[Symbol.asyncIterator]()).toThrow('already being read');
  });

  it('counts reads, so that one can see that nobody reads', async () => {
    const { pump } = await openPump([content('a') + finish()]);
    expect(pump.reads).toBe(0);
    await textOf(pump);
    expect(pump.reads).toBe(2);
  });

  it('a reply larger than the limit ends as too-large and is closed', async () => {
    const blocks = Array.from({ length: 100 }, () => content('x'.repeat(1000)));
    const { pump, source } = await openPump(blocks, 'stall', { maxReplyBytes: 10_000 });
    await expect(textOf(pump)).rejects.toMatchObject({ kind: 'too-large', code: 'reply' });
    expect(source.cancelled).toBe(1);
  });
});

describe('ending', () => {
  it('breaking out of the loop closes the source and ends watchers with "abandoned", once', async () => {
    const { pump, source, ends } = await openPump([content('a'), content('b')], 'stall');
    for await (const piece of pump.text()) {
      expect(piece).toBe('a');
      break;
    }
    expect(source.cancelled).toBe(1);
    pump.stop(aborted);
    expect(ends).toEqual(['abandoned']);
    await expect(pump.completion()).rejects.toMatchObject({ kind: 'aborted', code: 'abandoned' });
  });

  it('a stop during a pending read throws its error, whatever the source does', async () => {
    const { pump, source, ends } = await openPump([content('a')], 'stall');
    const iterator = pump.text()[Symbol.asyncIterator]();
    await iterator.next();
    const pending = iterator.next();
    pump.stop(aborted);
    await expect(pending).rejects.toMatchObject({ kind: 'aborted', requestId: 'req_1' });
    expect(ends).toEqual(['aborted']);
    expect(source.cancelled).toBe(1);
  });

  it('a stop while the call is being opened rejects the opening', async () => {
    const pump = new Pump(new ScriptedSource([], 'stall'), { facts });
    const opening = pump.open();
    pump.stop(timeout);
    await expect(opening).rejects.toMatchObject({ kind: 'timeout', delivered: false });
  });

  it('a timeout after the proof completes', async () => {
    const { pump, ends } = await openPump([content('a') + finish()], 'stall');
    const iterator = pump.text()[Symbol.asyncIterator]();
    await iterator.next();
    const pending = iterator.next();
    pump.stop(timeout);
    expect(await pending).toEqual({ done: true, value: undefined });
    expect(ends).toEqual(['completed']);
  });

  it('a timeout after the proof still hands out what nobody had read yet', async () => {
    const json = JSON.stringify({
      choices: [{ index: 0, message: { role: 'assistant', content: 'a' }, finish_reason: 'stop' }],
    });
    const { pump, ends } = await openPump([json]);
    pump.stop(timeout);
    expect(await textOf(pump)).toEqual(['a']);
    expect(ends).toEqual(['completed']);
  });

  it('an abort after the proof is still an abort', async () => {
    const { pump, ends } = await openPump([content('a') + finish()], 'stall');
    pump.stop(aborted);
    await expect(textOf(pump)).rejects.toMatchObject({ kind: 'aborted' });
    expect(ends).toEqual(['aborted']);
  });

  it('an error keeps what had arrived out of sight, in partial', async () => {
    const { pump } = await openPump([content('sec'), content('ret')]);
    const error = await textOf(pump).catch((thrown: unknown) => thrown);
    expect((error as ChatError).partial?.choices[0]?.message.content).toBe('secret');
    expect(JSON.stringify(error)).not.toContain('secret');
  });
});

describe('completion()', () => {
  it('reads the stream if nobody else does', async () => {
    const { pump, ends } = await openPump([content('a'), content('b') + finish()]);
    const completion = await pump.completion();
    expect(completion.choices[0]?.message.content).toBe('ab');
    expect(ends).toEqual(['completed']);
  });

  it('beside text() it resolves when that one has finished', async () => {
    const { pump } = await openPump([content('a'), content('b') + finish()]);
    const iterator = pump.text()[Symbol.asyncIterator]();
    const completion = pump.completion();
    while (!(await iterator.next()).done);
    expect((await completion).choices[0]?.message.content).toBe('ab');
  });

  it('asked for after the end it is there', async () => {
    const { pump } = await openPump([content('a') + finish()]);
    await textOf(pump);
    expect((await pump.completion()).choices[0]?.finish_reason).toBe('stop');
  });

  it('of a failing stream, left unawaited, is no unhandled rejection', async () => {
    const unhandled: unknown[] = [];
    const listen = (reason: unknown) => unhandled.push(reason);
    process.on('unhandledRejection', listen);
    const { pump, ends } = await openPump([content('a')], new Error('broken'));
    void pump.completion();
    await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
    process.off('unhandledRejection', listen);
    expect(ends).toMatchObject([{ failed: { kind: 'truncated' } }]);
    expect(unhandled).toEqual([]);
  });
});
