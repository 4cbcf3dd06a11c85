import { expect, expectTypeOf, it } from 'vitest';
import * as z from 'zod';
import type { Answer } from '../answer.js';
import { setUp } from '../fixtures/set-up.js';

it('a turn of a conversation may have a schema: its value, its partials, and the next turn is without', async () => {
  const { client, provider } = setUp(
    {},
    { text: '{"size":"x"}' },
    { text: '{"size":3}' },
    { text: 'Bye' },
  );
  const conversation = client.conversation();
  const stream = conversation.stream('How large?', { schema: z.object({ size: z.number() }) });
  const partials: unknown[] = [];
  for await (const partial of stream.partials()) partials.push(partial);
  const answer = await stream.answer;
  expectTypeOf(answer).toEqualTypeOf<Answer<{ size: number }>>();
  expect(answer.value).toEqual({ size: 3 });
  expect(partials.at(-1)).toEqual({ size: 3 });
  await conversation.ask('Thanks');
  const last = provider.requests[2]?.body;
  expect(last).not.toHaveProperty('response_format');
  expect(last?.messages).toMatchObject([
    { role: 'user' },
    { role: 'assistant', content: '{"size":"x"}' },
    { role: 'user' },
    { role: 'assistant', content: '{"size":3}' },
    { role: 'user', content: 'Thanks' },
  ]);
});
