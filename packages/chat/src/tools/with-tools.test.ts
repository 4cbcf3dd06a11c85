import type { ChatMessage } from '@farebox/core';
import { describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { calling } from '../fixtures/calling-reply.js';
import { setUp } from '../fixtures/set-up.js';
import { defineTool } from './define-tool.js';

const weather = defineTool({
  name: 'get_weather',
  description: 'The weather in a city now.',
  parameters: z.object({ city: z.string().min(2) }),
  run: ({ city }) => ({ city, degrees: city === 'Oslo' ? 4 : 21 }),
});

const oslo = { name: 'get_weather', arguments: { city: 'Oslo' } };
const wire = {
  type: 'function',
  function: { name: 'ask_user', parameters: { type: 'object', properties: {} } },
} as const;
const rome = { name: 'get_weather', arguments: { city: 'Rome' } };

function messagesOf(request: { readonly body: Record<string, unknown> } | undefined) {
  return request?.body.messages as ChatMessage[];
}

describe('the loop of calls and results', () => {
  it('sends the results of all calls with the reply that made them, and ends with the answer', async () => {
    const { client, provider } = setUp({ tools: [weather] }, calling([oslo, rome]), {
      text: 'Rome is warmer.',
    });
    const answer = await client.ask('Where is it warmer?');
    expect(answer).toMatchObject({
      text: 'Rome is warmer.',
      stopped: 'answer',
      toolCalls: [],
      attempts: 2,
    });
    const [, second] = provider.requests;
    expect(messagesOf(second)).toEqual([
      { role: 'user', content: 'Where is it warmer?' },
      {
        role: 'assistant',
        content: null,
        tool_calls: [
          { id: 'call_a', type: 'function', function: named('get_weather', '{"city":"Oslo"}') },
          { id: 'call_b', type: 'function', function: named('get_weather', '{"city":"Rome"}') },
        ],
      },
      { role: 'tool', tool_call_id: 'call_a', content: '{"city":"Oslo","degrees":4}' },
      { role: 'tool', tool_call_id: 'call_b', content: '{"city":"Rome","degrees":21}' },
    ]);
    expect(answer.messages.slice(0, -1)).toEqual(messagesOf(second).slice(1));
  });

  it('hands out the text of each step as it comes; the answer has the last one’s', async () => {
    const { client } = setUp({ tools: [weather] }, calling([oslo], { text: 'Let me look.' }), {
      text: 'It is 4 degrees.',
    });
    const stream = client.stream('How cold is it in Oslo?');
    const heard: string[] = [];
    for await (const piece of stream) heard.push(piece);
    expect(heard.join('|')).toBe('Let me look.|It is 4 degrees.');
    expect((await stream.answer).text).toBe('It is 4 degrees.');
    expect(stream.said.map(({ role }) => role)).toEqual(['assistant', 'tool']);
  });

  it('a step that breaks off begins anew, and takes back what it had said itself, not the steps before it', async () => {
    let shown = '';
    const { client, clock } = setUp(
      {
        tools: [weather],
        onTruncated: 'restart',
        observe: (event) => {
          if (event.type !== 'restart') return;
          shown = shown.slice(0, shown.length - event.discard.characters);
        },
      },
      calling([oslo], { text: 'Let me look. ' }),
      { text: 'It is four de', cut: true },
      { text: 'It is 4 degrees.' },
    );
    const stream = client.stream('How cold is it in Oslo?');
    const reading = (async () => {
      for await (const piece of stream) shown += piece;
    })();
    await clock.advance(60_000);
    await reading;
    expect(shown).toBe('Let me look. It is 4 degrees.');
    const { receipts, messages } = await stream.answer;
    expect(receipts.map(({ outcome }) => outcome)).toEqual(['completed', 'truncated', 'completed']);
    expect(messages).toHaveLength(3);
  });

  it('is the same where replies are one JSON document', async () => {
    const { client } = setUp(
      { tools: [weather], stream: false },
      calling([oslo, rome], { isJson: true }),
      calling([], { isJson: true, text: 'Rome.', finish: 'stop' }),
    );
    const answer = await client.ask('Where is it warmer?');
    expect(answer).toMatchObject({ text: 'Rome.', stopped: 'answer' });
    expect(answer.messages).toHaveLength(4);
  });

  it.each([
    ['none', ['', '']],
    ['the same', ['x', 'x']],
  ])('calls with %s for ids are answered one by one, at Gemini as well', async (_, ids) => {
    const calls = [oslo, rome].map((call, index) => ({ ...call, id: ids[index] ?? '' }));
    for (const profile of ['openai', 'gemini'] as const) {
      const { client, provider } = setUp(
        { tools: [weather], stream: false, profile },
        calling(calls, { isJson: true }),
        calling([], { isJson: true, text: 'Rome.', finish: 'stop' }),
      );
      await client.ask('Where is it warmer?');
      const [, reply, first, second] = messagesOf(provider.requests[1]);
      const sent = reply?.role === 'assistant' ? reply.tool_calls?.map(({ id }) => id) : [];
      expect(new Set(sent).size).toBe(2);
      expect([first, second]).toMatchObject([
        { tool_call_id: sent?.[0], content: '{"city":"Oslo","degrees":4}' },
        { tool_call_id: sent?.[1], content: '{"city":"Rome","degrees":21}' },
      ]);
    }
  });

  it('lets the model repair arguments that do not fit: it is told what is wrong, and nothing has run', async () => {
    const run = vi.fn(() => 'fine');
    const tool = defineTool({ ...options, run });
    const { client, provider } = setUp(
      { tools: [tool] },
      calling([{ name: 'book', arguments: '{"seats": "two"', id: 'call_a' }]),
      calling([{ name: 'book', arguments: { seats: 'two' }, id: 'call_b' }]),
      calling([{ name: 'book', arguments: { seats: 2 }, id: 'call_c' }]),
      { text: 'Booked.' },
    );
    const answer = await client.ask('A table for two');
    expect(answer.text).toBe('Booked.');
    expect(run.mock.calls).toMatchObject([[{ seats: 2 }, { toolCallId: 'call_c' }]]);
    const told = messagesOf(provider.requests.at(-1)).filter(({ role }) => role === 'tool');
    expect(told.map(({ content }) => content)).toEqual([
      'Error: The arguments are not valid JSON. Send one JSON object.',
      expect.stringMatching(/^Error: The arguments do not fit the parameters:\n- seats: .*number/),
      'fine',
    ]);
  });

  it('tells of a tool that does not exist which ones do, whatever it is called', async () => {
    const names = ['get_wether', '__proto__', 'constructor', 'toString'];
    const { client, provider } = setUp(
      { tools: [weather, wire] },
      calling(names.map((name) => ({ name }))),
      { text: 'Sorry.' },
    );
    expect(await client.ask('How cold is it?')).toMatchObject({ stopped: 'answer' });
    const told = messagesOf(provider.requests[1]).filter(({ role }) => role === 'tool');
    expect(told.map(({ content }) => content)).toEqual(
      names.map(
        (name) =>
          `Error: there is no function called "${name}". These tools can be called: get_weather, ask_user.`,
      ),
    );
  });
});

describe('calls that are not the loop’s to run', () => {
  const custom = { type: 'custom', custom: { name: 'write_sql' } } as const;

  it('of tools in wire format end it: all calls of that reply are handed out and none is run', async () => {
    const run = vi.fn(() => 'x');
    const tool = defineTool({ ...options, run });
    const { client, provider } = setUp(
      { tools: [tool, wire, custom] },
      calling([{ name: 'book', arguments: { seats: 2 } }, { name: 'ask_user' }]),
    );
    const answer = await client.ask('A table');
    expect(answer).toMatchObject({ stopped: 'tool-calls', finishReason: 'tool_calls' });
    expect(answer.toolCalls.map((call) => call.type === 'function' && call.function.name)).toEqual([
      'book',
      'ask_user',
    ]);
    expect(run).not.toHaveBeenCalled();
    expect(provider.requests).toHaveLength(1);
  });

  it('of custom tools end it too', async () => {
    const { client } = setUp(
      { tools: [weather, custom] },
      calling([{ name: 'write_sql', arguments: 'select 1', type: 'custom' }]),
    );
    expect(await client.ask('Count')).toMatchObject({
      stopped: 'tool-calls',
      toolCalls: [
        { id: 'call_a', type: 'custom', custom: { name: 'write_sql', input: 'select 1' } },
      ],
    });
  });

  it('that were cut off at the ceiling are not run, however whole they look', async () => {
    const { client, provider } = setUp({ tools: [weather] }, calling([oslo], { finish: 'length' }));
    const answer = await client.ask('How cold is it?');
    expect(answer).toMatchObject({ truncated: true, stopped: 'tool-calls' });
    expect(provider.requests).toHaveLength(1);
  });

  it('are handed out by a client without tools that run here', async () => {
    const { client } = setUp({ tools: [wire] }, calling([{ name: 'ask_user' }]));
    expect(await client.ask('Hello')).toMatchObject({
      stopped: 'tool-calls',
      toolCalls: [{ id: 'call_a' }],
    });
  });
});

const options = {
  name: 'book',
  parameters: z.object({ seats: z.number().int() }),
} as const;

function named(name: string, args: string) {
  return { name, arguments: args };
}
