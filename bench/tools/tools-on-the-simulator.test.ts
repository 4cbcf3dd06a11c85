import { ChatClient, type ChatClientOptions, defineTool } from '@farebox/chat';
import type { ToolChoice } from '@farebox/core';
import { virtualClock } from '@farebox/core/testing';
import { type SimulateOptions, simulate } from '@farebox/simulator';
import { describe, expect, it } from 'vitest';

const weather = defineTool({
  name: 'get_weather',
  description: 'The weather in a city now.',
  parameters: {
    type: 'object',
    properties: { city: { type: 'string' } },
    required: ['city'],
    additionalProperties: false,
  },
  run: ({ city }) => ({ city, temperature_c: city === 'Oslo' ? 4 : 21 }),
});

function setUp(options: Partial<ChatClientOptions> = {}, simulated: SimulateOptions = {}) {
  const clock = virtualClock({ settle: () => new Promise((resolve) => setImmediate(resolve)) });
  const simulator = simulate({ seed: 1, clock, ...simulated });
  const client = new ChatClient({
    model: 'gpt-4o-mini',
    max_completion_tokens: 500,
    tools: [weather],
    fetch: simulator.fetch,
    clock,
    ...options,
  });
  return { client, simulator, clock };
}

describe('tools on the simulator', () => {
  it('a question is answered with the result, and each step has a receipt that the books agree with', async () => {
    const { client, simulator } = setUp({ budget: '0.50' });
    const answer = await client.ask('What is the weather in Oslo?');
    expect(answer.text).toContain('4');
    expect(answer).toMatchObject({ stopped: 'answer', finishReason: 'stop', toolCalls: [] });
    expect(answer.messages.map(({ role }) => role)).toEqual(['assistant', 'tool', 'assistant']);
    expect(answer.receipts.map(({ attempt }) => attempt)).toEqual([1, 2]);
    expect(new Set(answer.receipts.map(({ callId }) => callId)).size).toBe(1);
    expect(simulator.books.requests).toHaveLength(2);
    expect(answer.cost).toBe(simulator.books.cost);
    expect(client.spent).toBe(simulator.books.cost);
  });

  it('two calls of one reply are answered together', async () => {
    const { client, simulator } = setUp();
    const answer = await client.ask('What is the weather in Oslo and in Rome?');
    expect(answer.messages.map(({ role }) => role)).toEqual([
      'assistant',
      'tool',
      'tool',
      'assistant',
    ]);
    expect(answer.cost).toBe(simulator.books.cost);
  });

  it.each<ToolChoice>([
    'required',
    { type: 'function', function: { name: 'get_weather' } },
    {
      type: 'allowed_tools',
      allowed_tools: {
        mode: 'required',
        tools: [{ type: 'function', function: { name: 'get_weather' } }],
      },
    },
  ])('a call that is demanded (%j) is demanded once', async (tool_choice) => {
    const { client, simulator } = setUp({ tool_choice });
    const answer = await client.ask('What is the weather in Oslo?');
    expect(answer).toMatchObject({ stopped: 'answer', toolCalls: [] });
    expect(simulator.books.requests).toHaveLength(2);
  });

  it('a step that fails is retried, one that is cut is begun anew, and the books agree', async () => {
    const { client, simulator, clock } = setUp(
      { onTruncated: 'restart', budget: '0.50' },
      { faults: ['server-error', 'ok', { fault: 'cut', afterChunks: 3 }, 'ok'] },
    );
    const asking = client.ask('What is the weather in Oslo?');
    await clock.advance(60_000);
    const answer = await asking;
    expect(answer.receipts.map(({ outcome }) => outcome)).toEqual([
      'server',
      'completed',
      'truncated',
      'completed',
    ]);
    expect(answer.receipts.map(({ attempt }) => attempt)).toEqual([1, 2, 3, 4]);
    expect(answer.messages.map(({ role }) => role)).toEqual(['assistant', 'tool', 'assistant']);
    expect(client.spent).toBeGreaterThanOrEqual(simulator.books.cost);
  });

  it('a limit per call holds for all steps together: the one that could pass it is not sent', async () => {
    const { client, simulator } = setUp({
      tools: [{ ...weather, run: () => 'rain '.repeat(10_000) }], // more than a tenth of a cent to read
      budget: { limitUsd: '0.001', per: 'call' },
    });
    const stream = client.stream('What is the weather in Oslo?');
    await expect(stream.answer).rejects.toMatchObject({ kind: 'budget', delivered: true });
    expect(simulator.books.requests).toHaveLength(1);
    expect(stream.said.map(({ role }) => role)).toEqual(['assistant', 'tool']);
    expect(client.spent).toBe(simulator.books.cost);
  });
});

describe('whatever goes wrong in a step', () => {
  const faults = ['ok', 'server-error', { fault: 'cut', afterChunks: 2 }, 'unavailable'] as const;

  it.each(Array.from({ length: 12 }, (_, seed) => seed))(
    'each attempt has a receipt, and they never say less than the books (seed %i)',
    async (seed) => {
      const { client, simulator, clock } = setUp(
        { onTruncated: 'restart', budget: '0.50' },
        { seed, faults: [0, 1, 2, 3].map((step) => faults[(seed * 7 + step * step) % 4] ?? 'ok') },
      );
      const stream = client.stream('What is the weather in Oslo and in Rome?');
      const asking = Promise.allSettled([stream.answer]);
      await clock.advance(600_000);
      const [end] = await asking;
      const { requests, cost } = simulator.books;
      expect(client.spent).toBeGreaterThanOrEqual(cost);
      expect(stream.said.length % 3).toBe(0);
      if (end.status === 'rejected') return;
      const { receipts, messages, text } = end.value;
      expect(receipts).toHaveLength(requests.length);
      expect(receipts.map(({ attempt }) => attempt)).toEqual(requests.map((_, index) => index + 1));
      const known = receipts.every(({ cost }) => cost.known === 'reported');
      if (known) expect(client.spent).toBe(cost);
      expect(messages.at(-1)).toMatchObject({ role: 'assistant', content: text });
    },
  );
});
