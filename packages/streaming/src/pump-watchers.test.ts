import { type ChatCompletionChunk, ChatError } from '@farebox/core';
import { describe, expect, it } from 'vitest';
import { content, done, event, finish } from './fixtures/events.js';
import { openPump, textOf } from './fixtures/open-pump.js';

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('watch', () => {
  it('each chunk is heard before the consumer has it, those of the opening too', async () => {
    const role = event([{ index: 0, delta: { role: 'assistant' } }]);
    const { pump } = await openPump([role, content('a'), content('b') + finish() + done]);
    const heard: ChatCompletionChunk[] = [];
    pump.watch({ chunk: (chunk) => void heard.push(chunk) });
    const read = [];
    for await (const chunk of pump) {
      read.push(chunk);
      expect(heard).toEqual(read);
    }
    expect(read).toHaveLength(4);
  });

  it('the consumer finishes only after the promise of a watcher', async () => {
    const { pump } = await openPump([content('a') + finish()]);
    const receipt = Promise.withResolvers<void>();
    pump.watch({ end: () => receipt.promise });
    let isRead = false;
    const reading = textOf(pump).then(() => {
      isRead = true;
    });
    await turn();
    expect(isRead).toBe(false);
    receipt.resolve();
    await reading;
  });

  it('a watcher that fails at the end fails the stream, and the others still hear', async () => {
    const { pump, ends } = await openPump([content('a') + finish()]);
    pump.watch({ end: () => Promise.reject(new Error('disk full')) });
    const later: unknown[] = [];
    pump.watch({ end: (end) => void later.push(end) });
    await expect(textOf(pump)).rejects.toMatchObject({ kind: 'store', delivered: true });
    expect([...ends, ...later]).toEqual(['completed', 'completed']);
    await expect(pump.completion()).rejects.toMatchObject({ kind: 'store' });
  });

  it('a watcher that fails as the consumer leaves makes leaving throw', async () => {
    const { pump } = await openPump([content('a'), content('b')], 'stall');
    const full = new ChatError({ kind: 'store', message: 'The disk is full.' });
    pump.watch({ end: () => Promise.reject(full) });
    const leave = async () => {
      for await (const _ of pump.text()) break;
    };
    await expect(leave()).rejects.toMatchObject({ kind: 'store', message: 'The disk is full.' });
  });

  it('on a stream that has ended, a watcher hears the end at once and once', async () => {
    const { pump } = await openPump([content('a') + finish()]);
    await textOf(pump);
    const heard: unknown[] = [];
    pump.watch({ end: (end) => void heard.push(end) });
    expect(heard).toEqual(['completed']);
    await pump.completion();
    expect(heard).toEqual(['completed']);
  });

  it('after reading has begun it is refused, since it would have missed chunks', async () => {
    const { pump } = await openPump([content('a'), finish()]);
    pump.text()[Symbol.asyncIterator]();
    expect(() => pump.watch({})).toThrow('after reading had begun');
  });

  it('reading is heard once per wait; comments and parts of an event do not end a wait', async () => {
    const whole = content('b');
    const { pump } = await openPump([
      content('a'),
      ': ping\n\n',
      whole.slice(0, 30),
      whole.slice(30),
      finish(),
    ]);
    const heard: string[] = [];
    pump.watch({
      reading: () => void heard.push('reading'),
      arrived: () => void heard.push('arrived'),
    });
    expect(await textOf(pump)).toEqual(['a', 'b']);
    expect(heard).toEqual(['reading', 'arrived', 'reading', 'arrived', 'reading']);
  });

  it('a chunk watcher under text() changes nothing of the text', async () => {
    const blocks = [content('a'), content('b') + content('c'), content('d') + finish()];
    const { pump } = await openPump(blocks);
    let chunks = 0;
    pump.watch({ chunk: () => void chunks++ });
    expect(await textOf(pump)).toEqual(['a', 'bc', 'd']);
    expect(chunks).toBe(5);
  });
});
