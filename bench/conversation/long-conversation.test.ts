import {
  ChatClient,
  type ChatEvent,
  type ConversationOptions,
  defineTool,
  summarise,
} from '@farebox/chat';
import type { ChatRequest } from '@farebox/core';
import type { Receipt } from '@farebox/cost';
import { simulate } from '@farebox/simulator';
import { describe, expect, it } from 'vitest';

const degrees = new Map([
  ['Oslo', 4],
  ['Rome', 21],
  ['Lima', 17],
]);
const weather = defineTool({
  name: 'get_weather',
  description: 'Get the current weather for a city',
  parameters: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
  run: ({ city }) => ({ city, degrees: degrees.get(String(city)) ?? 10 }),
});
const notes = 'A list comprehension makes a list out of a loop, and reads like one. '.repeat(45);
const cities = [...degrees.keys()];

/** Every other question is one for the tool; the others are about 700 tokens long. */
const questionOf = (turn: number) =>
  turn % 2 === 0
    ? `What is the current weather in ${cities[(turn / 2) % cities.length]}?`
    : `${notes}\nNote ${turn}: what is a list comprehension?`;

const isSummary = ({ messages }: ChatRequest) =>
  String(messages[0]?.content).startsWith('You keep the minutes');

async function talk(options: ConversationOptions) {
  const simulator = simulate({ seed: 7 });
  const receipts: Receipt[] = [];
  const events: ChatEvent[] = [];
  const requests: ChatRequest[] = [];
  const client = new ChatClient({
    model: 'gpt-4', // a window of 8,192 tokens
    system: 'You are a patient tutor.',
    max_completion_tokens: 400,
    budget: '5',
    fetch: (url, init) => {
      requests.push(JSON.parse(String(init?.body)));
      return simulator.fetch(url, init);
    },
    observe: (event) => {
      events.push(event);
      if (event.type === 'receipt') receipts.push(event.receipt);
    },
  });
  const conversation = client.conversation(options);
  for (let turn = 0; turn < 20; turn++) {
    const stream = conversation.stream(questionOf(turn), { tools: [weather] });
    let text = '';
    for await (const piece of stream) text += piece;
    expect((await stream.answer).stopped).toBe('answer');
    expect(text).not.toBe('');
  }
  return { simulator, receipts, events, requests, client, conversation };
}

describe('a conversation of twenty turns with tools, in a window of 8,192 tokens', () => {
  it.each<[string, ConversationOptions]>([
    ['known from the price list', {}],
    ['known only from refusals', { context: { maxTokens: 1_000_000 } }],
    ['with the oldest turns as a summary', { context: { policy: summarise({ keepTurns: 3 }) } }],
  ])('%s ends right, and its receipts are the provider’s books', async (_, options) => {
    const { simulator, receipts, events, requests, client, conversation } = await talk(options);

    expect(conversation.turns).toHaveLength(20);
    const called = events.filter(({ type }) => type === 'tool-end');
    expect(called).toHaveLength(10);
    for (const [turn, { replies, text }] of conversation.turns.entries()) {
      expect(replies.map(({ role }) => role)).toEqual(
        turn % 2 === 0 ? ['assistant', 'tool', 'assistant'] : ['assistant'],
      );
      if (turn % 2 === 0) expect(text).toContain(String([...degrees.values()][(turn / 2) % 3]));
    }

    // It did overflow, and said so each time.
    const trimmed = events.filter((event) => event.type === 'context-trimmed');
    expect(trimmed.length).toBeGreaterThan(0);
    expect(conversation.messages).toHaveLength(1 + 10 * 4 + 10 * 2);
    const longest = Math.max(...requests.map(({ messages }) => messages.length));
    expect(longest).toBeLessThan(61);
    const refused = simulator.books.requests.filter(({ ended }) => ended === 'refused');
    const isRetold = options.context?.policy?.kind === 'summarise';
    if (!isRetold) expect(refused.length > 0).toBe(options.context?.maxTokens !== undefined);
    expect(
      trimmed.every(
        ({ summarisedTurns, summaryFailed }) =>
          summarisedTurns > 0 === isRetold && summaryFailed === undefined,
      ),
    ).toBe(true);
    expect(requests.some(isSummary)).toBe(isRetold);

    // System message first, the question last, and each call with its result.
    for (const { messages } of requests) {
      expect(messages[0]).toMatchObject({ role: 'system' });
      const calls = messages.flatMap((message) =>
        message.role === 'assistant' ? (message.tool_calls ?? []).map(({ id }) => id) : [],
      );
      const results = messages.flatMap((message) =>
        message.role === 'tool' ? [message.tool_call_id] : [],
      );
      expect(results).toEqual(calls);
    }

    const billed = simulator.books.requests.map(({ id, cost }) => [id, cost]);
    expect(
      receipts.map(({ requestId, cost }) => [requestId, 'amount' in cost && cost.amount]),
    ).toEqual(billed);
    expect(receipts.every(({ cost }) => cost.known === 'reported')).toBe(true);
    expect(conversation.cost).toBe(simulator.books.cost);
    expect(client.spent).toBe(simulator.books.cost);
    const [balance] = await client.balances();
    expect(balance).toMatchObject({ settled: simulator.books.cost, reserved: 0n });
  });
});
