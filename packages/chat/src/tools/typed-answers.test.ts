import type { ChatMessage } from '@farebox/core';
import { expect, it, vi } from 'vitest';
import * as z from 'zod';
import { calling } from '../fixtures/calling-reply.js';
import { setUp } from '../fixtures/set-up.js';
import { defineTool } from './define-tool.js';

const schema = z.object({ degrees: z.number() });

it('an answer may have a schema and tools: the tools first, then the value, and a re-ask keeps what they said', async () => {
  const run = vi.fn(() => '4 degrees');
  const tool = defineTool({ name: 'get_weather', run });
  const { client, provider } = setUp(
    { tools: [tool], tool_choice: 'required' },
    calling([{ name: 'get_weather' }]),
    { text: '{"degrees":"four"}' },
    { text: '{"degrees":4}' },
  );
  const partials: unknown[] = [];
  const stream = client.stream('How cold is it?', { schema });
  for await (const partial of stream.partials()) partials.push(partial);
  const answer = await stream.answer;
  expect(answer).toMatchObject({ value: { degrees: 4 }, stopped: 'answer', attempts: 3 });
  expect(partials.at(-1)).toEqual({ degrees: 4 });
  expect(run).toHaveBeenCalledTimes(1);
  const [first, second, third] = provider.requests.map(({ body }) => body);
  expect([first, second, third].map((body) => body?.tool_choice)).toEqual([
    'required',
    undefined,
    undefined,
  ]);
  const sent = third?.messages as ChatMessage[];
  expect(sent.map(({ role }) => role)).toEqual(['user', 'assistant', 'tool', 'assistant', 'user']);
  expect(first?.response_format).toMatchObject({ type: 'json_schema' });
});

it('a loop that ends without an answer has no value', async () => {
  const tool = defineTool({ name: 'get_weather', run: () => 'x' });
  const { client } = setUp({ tools: [tool] }, calling([{ name: 'get_weather' }]));
  await expect(client.ask('Go', { schema })).rejects.toMatchObject({
    kind: 'schema',
    code: 'tool-calls',
  });
});
