import { ChatError } from '@farebox/core';
import { expect, it } from 'vitest';
import type { ExchangeEnd } from '../exchange.js';
import { committingSource } from './committing-source.js';

/** An answer of one piece; its end comes later than that of its text. */
function play(fails: boolean) {
  const log: string[] = [];
  const ended = Promise.withResolvers<ExchangeEnd>();
  const later = () =>
    setImmediate(() =>
      fails
        ? ended.reject(new ChatError({ kind: 'aborted', message: 'left' }))
        : ended.resolve({ completion: {} as never }),
    );
  const source = committingSource(
    {
      end: () => ended.promise,
      async *text() {
        try {
          yield 'text';
        } finally {
          later();
        }
        if (fails) throw new ChatError({ kind: 'server', message: 'no' });
      },
    },
    { whole: () => log.push('whole'), failed: () => log.push('failed') },
  );
  return { source, log, later };
}

it('whoever has read to the end finds the answer added, once', async () => {
  const { source, log } = play(false);
  for await (const _ of source.text()) expect(log).toEqual([]);
  expect(log).toEqual(['whole']);
  await source.end();
  expect(log).toEqual(['whole']);
});

it('whoever leaves, or reads what fails, finds it failed', async () => {
  const left = play(true);
  for await (const _ of left.source.text()) break;
  expect(left.log).toEqual(['failed']);
  const failing = play(true);
  const read = async () => {
    for await (const _ of failing.source.text());
  };
  await expect(read()).rejects.toMatchObject({ kind: 'server' });
  expect(failing.log).toEqual(['failed']);
});

it('an end that nobody reads a text for is dealt with as well', async () => {
  const { source, log, later } = play(false);
  later();
  await source.end();
  expect(log).toEqual(['whole']);
});
