import type { ChatMessage } from '@farebox/core';
import { describe, expect, it, vi } from 'vitest';
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

describe('asked again about its answer, the model goes on with the loop that it was in', () => {
  const parameters = z.object({ page: z.number() });
  const page = (number: number) => ({
    name: 'read',
    arguments: { page: number },
    id: `c${number}`,
  });
  const wrong = { text: '{"degrees":"four"}' };

  it('and has only the turns that are left', async () => {
    const run = vi.fn(() => 'x');
    const { client, provider } = setUp(
      { tools: [defineTool({ name: 'read', parameters, run })], toolLoop: { maxTurns: 4 } },
      calling([page(1)]),
      wrong,
      calling([page(2)]),
      calling([page(3)]),
    );
    await expect(client.ask('Go', { schema })).rejects.toMatchObject({
      code: 'tool-calls',
      message: expect.stringContaining('no answer: turns'),
      cause: { kind: 'schema' },
    });
    expect(run).toHaveBeenCalledTimes(2);
    expect(provider.requests.map(({ body }) => body.tool_choice)).toEqual(Array(4).fill(undefined));
  });

  it('and where none is left it is asked all the same, for its answer alone', async () => {
    const run = vi.fn(() => 'x');
    const { client, provider } = setUp(
      { tools: [defineTool({ name: 'read', parameters, run })], toolLoop: { maxTurns: 2 } },
      calling([page(1)]),
      wrong,
      { text: '{"degrees":4}' },
    );
    expect(await client.ask('Go', { schema })).toMatchObject({ value: { degrees: 4 } });
    expect(provider.requests.map(({ body }) => body.tool_choice)).toEqual([
      undefined,
      undefined,
      'none',
    ]);
    const calls = setUp(
      { tools: [defineTool({ name: 'read', parameters, run })], toolLoop: { maxTurns: 2 } },
      calling([page(1)]),
      wrong,
      calling([page(2)]),
    );
    run.mockClear();
    await expect(calls.client.ask('Go', { schema })).rejects.toMatchObject({ code: 'tool-calls' });
    expect(run).toHaveBeenCalledTimes(1);
    expect(calls.provider.requests).toHaveLength(3);
  });

  it('and a call that it repeats counts on from before', async () => {
    const run = vi.fn(() => 'x');
    const { client, provider } = setUp(
      { tools: [defineTool({ name: 'read', parameters, run })] },
      calling([page(1)]),
      calling([page(1)]),
      wrong,
      calling([page(1)]),
    );
    await expect(client.ask('Go', { schema })).rejects.toMatchObject({
      message: expect.stringContaining('no answer: repeated'),
    });
    expect(run).toHaveBeenCalledTimes(2);
    expect(provider.requests).toHaveLength(4);
  });
});
