import { assistant, ChatError, type ChatRequest, user } from '@farebox/core';
import { expect, it } from 'vitest';
import { type RetoldOptions, retold } from './retold.js';

const turns = Array.from({ length: 9 }, (_, index) => [user(`Q${index}?`), assistant('Yes.')]);
const history = { summary: { turns: 2, text: 'Before.' }, dropped: 0, turns };
const tooLong = new ChatError({ kind: 'context-length', message: 'too long' });

async function play(options: Partial<RetoldOptions> = {}) {
  const asked: ChatRequest[] = [];
  const ask = async (request: ChatRequest) => {
    asked.push(request);
    return 'They said yes.';
  };
  const summary = await retold(history, {
    most: 8,
    model: 'm',
    window: undefined,
    sizeOf: ({ messages }) => String(messages[1]?.content).split('?').length * 10,
    ask,
    ...options,
  });
  const counts = asked.map(({ messages }) => String(messages[1]?.content).split('?').length - 1);
  return { summary, asked, counts };
}

it('stands for what the summary before stood for, and the oldest turns', async () => {
  const { summary, asked, counts } = await play();
  expect(summary).toEqual({ turns: 10, text: 'They said yes.' });
  expect(counts).toEqual([8]);
  expect(asked[0]?.messages[1]?.content).toMatch(
    /^Minutes so far:\nBefore\.\n\nuser: Q0\?\n\nassistant: Yes\./,
  );
});

it('is of as many turns as its own prompt has room for, and leaves a quarter to itself', async () => {
  const { summary, asked, counts } = await play({ window: { tokens: 80 } });
  expect(counts).toEqual([5]);
  expect(summary?.turns).toBe(7);
  expect(asked[0]?.max_completion_tokens).toBe(20);
  expect((await play({ window: { tokens: 20 } })).summary).toBeUndefined();
  expect((await play({ most: 0 })).summary).toBeUndefined();
});

it('that is too long all the same is of half as many turns, down to one', async () => {
  const sizes: number[] = [];
  const refusing =
    (atMost: number) =>
    async ({ messages }: ChatRequest) => {
      const count = String(messages[1]?.content).split('?').length - 1;
      sizes.push(count);
      if (count > atMost) throw tooLong;
      return 'Yes.';
    };
  expect((await play({ ask: refusing(2) })).summary).toEqual({ turns: 4, text: 'Yes.' });
  expect(sizes).toEqual([8, 4, 2]);
  await expect(play({ ask: refusing(0) })).rejects.toBe(tooLong);
});

it('that is empty is an error, and so is any other failure', async () => {
  await expect(play({ ask: async () => '' })).rejects.toMatchObject({ code: 'empty-summary' });
  const failed = new ChatError({ kind: 'server', message: 'no' });
  await expect(play({ ask: () => Promise.reject(failed) })).rejects.toBe(failed);
});
