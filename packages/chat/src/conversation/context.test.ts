import { assistant, user } from '@farebox/core';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { ChatEvent } from '../chat-event.js';
import { setUp } from '../fixtures/set-up.js';
import { type WindowedReply, windowedProvider } from '../fixtures/windowed-provider.js';
import { defineTool } from '../tools/define-tool.js';
import type { ContextOptions } from './context-options.js';
import { dropOldest, summarise } from './context-policy.js';

const countTokens = (text: string) => text.length;
/** 3 for the request; for each message its text, its role and 3 more. */
const sizeOf = (turns: number) => 3 + turns * (10 + 4 + 3 + 4 + 9 + 3) + 10 + 4 + 3;
const isSummary = (request: { messages: readonly { content?: unknown }[] }) =>
  String(request.messages[0]?.content).startsWith('You keep the minutes');

function begin(
  window: number,
  context: ContextOptions = {},
  replyTo: (isMinutes: boolean) => WindowedReply = () => ({ text: 'Yes.' }),
) {
  const provider = windowedProvider({
    window,
    countTokens,
    replyTo: (request) => replyTo(isSummary(request)),
  });
  const events: ChatEvent[] = [];
  const { client } = setUp({
    fetch: provider.fetch,
    retry: false,
    max_completion_tokens: 20,
    observe: (event) => event.type === 'context-trimmed' && events.push(event),
  });
  const conversation = client.conversation({
    context: { maxTokens: window, countTokens, ...context },
  });
  const ask = async (count: number) => {
    for (let index = 0; index < count; index++) {
      await conversation.ask(`Question ${conversation.turns.length % 10}`.slice(-10));
    }
  };
  return { provider, events, client, conversation, ask };
}

describe('a window that is full', () => {
  it('is filled to the last token, and one token less drops the oldest turn', async () => {
    const exact = begin(sizeOf(3) + 20);
    await exact.ask(4);
    expect(exact.provider.requests[3]?.messages).toHaveLength(7);
    expect(exact.events).toEqual([]);

    const short = begin(sizeOf(3) + 19);
    await short.ask(4);
    expect(short.provider.requests[3]?.messages).toHaveLength(5);
    expect(short.events).toEqual([
      {
        type: 'context-trimmed',
        reason: 'window',
        leftOutTurns: 1,
        summarisedTurns: 0,
        promptTokens: sizeOf(2),
        limitTokens: sizeOf(3) - 1,
        summaryFailed: undefined,
      },
    ]);
    expect(short.provider.refused).toEqual([]);
    expect(short.conversation.turns).toHaveLength(4);
  });

  it('keeps the system message and the newest question, whatever their size', async () => {
    const { conversation, provider, ask } = begin(200);
    await ask(4);
    conversation.system = 'x'.repeat(100);
    await conversation.ask('y'.repeat(60));
    expect(provider.requests.at(-1)?.messages.map(({ role }) => role)).toEqual(['system', 'user']);
    await expect(conversation.ask('y'.repeat(600))).rejects.toMatchObject({
      kind: 'context-length',
    });
    expect(provider.refused).toHaveLength(1);
  });

  it('drops turns with calls of tools whole, also while their loop goes on', async () => {
    const tool = defineTool({ name: 'look_up', run: () => 'z'.repeat(60) });
    let calls = 0;
    const { client, provider } = begin(1_600, {}, () => {
      calls++;
      return calls % 3 === 0 ? { text: 'Done.' } : { calls: [`a${calls}`, `b${calls}`] };
    });
    const context = { maxTokens: 1_600, countTokens };
    const conversation = client.conversation({ context });
    for (let turn = 0; turn < 5; turn++) {
      await conversation.ask(`Look ${turn}`, { tools: [tool] });
    }
    expect(provider.problems).toEqual([]);
    expect(provider.refused).toEqual([]);
    expect(conversation.turns.map(({ replies }) => replies.length)).toEqual([7, 7, 7, 7, 7]);
    expect(provider.requests).toHaveLength(15);
  });

  it('is measured by what the provider counted the last time: its tokens may be smaller than ours', async () => {
    const { client, provider, events } = begin(1_200);
    const conversation = client.conversation({ context: { maxTokens: 1_200 } });
    for (let turn = 0; turn < 8; turn++) await conversation.ask(`${turn}`.repeat(200));
    expect(provider.refused).toEqual([]);
    expect(events.length).toBeGreaterThan(0);
    const [last] = provider.requests.slice(-1);
    expect(last?.messages.length).toBeGreaterThanOrEqual(7);
  });

  it('refuses a ceiling that leaves no room for a prompt', async () => {
    const { conversation } = begin(100);
    const asked = conversation.ask('Hello?', { max_completion_tokens: 100 });
    await expect(asked).rejects.toThrow('leaves no room for a prompt in a window of 100 tokens');
  });

  it('leaves room for a schema that is told in words, and partial values grow', async () => {
    const provider = windowedProvider({
      window: 400,
      countTokens,
      replyTo: () => ({ text: '{"name":"Ada"}' }),
    });
    const { client } = setUp({
      fetch: provider.fetch,
      profile: 'deepseek',
      max_completion_tokens: 20,
    });
    const conversation = client.conversation({ context: { maxTokens: 400, countTokens } });
    const schema = z.object({ name: z.string() });
    for (let turn = 0; turn < 6; turn++) {
      const stream = conversation.stream(`Question ${turn}`, { schema });
      let last: unknown;
      for await (const partial of stream.partials()) last = partial;
      expect(last).toEqual({ name: 'Ada' });
      expect((await stream.answer).value.name).toBe('Ada');
    }
    expect(provider.problems).toEqual([]);
    expect(provider.refused).toEqual([]);
    const { messages = [] } = provider.requests.at(-1) ?? {};
    expect(messages[0]).toMatchObject({ role: 'system' });
    expect(messages.length).toBeLessThan(12);
    expect(conversation.turns).toHaveLength(6);
  });

  it('is the one of the price list where nobody says otherwise', async () => {
    const { client } = begin(1_000_000);
    const conversation = client.conversation({ context: { countTokens } });
    await conversation.ask('a'.repeat(100_000));
    await conversation.ask('b'.repeat(60_000));
    expect(conversation.turns).toHaveLength(2);
  });
});

describe('a provider that finds it too long all the same', () => {
  it('is asked again with less, and the next question is short enough at once', async () => {
    const { provider, events, client } = begin(sizeOf(3) + 20);
    const conversation = client.conversation({ context: { maxTokens: 100_000, countTokens } });
    for (let turn = 0; turn < 6; turn++) await conversation.ask(`Question ${turn}`.slice(-10));
    expect(provider.refused).toHaveLength(1);
    expect(events).toMatchObject([
      { reason: 'refused', leftOutTurns: 2 },
      { reason: 'window', leftOutTurns: 3 },
    ]);
    expect(conversation.turns).toHaveLength(6);
    expect(conversation.cost).toBe(client.spent);
  });

  it('has taught that of its model alone: one with a larger window gets all turns', async () => {
    const { fetch } = begin(sizeOf(3) + 20).provider;
    const large: number[] = [];
    const { client } = setUp({
      retry: false,
      max_completion_tokens: 20,
      fetch: async (url, init) => {
        const { model, messages } = JSON.parse(String(init?.body));
        if (model === 'gpt-4o-mini') return fetch(url, init);
        large.push(messages.length);
        return begin(100_000).provider.fetch(url, init);
      },
    });
    const conversation = client.conversation({ context: { maxTokens: 100_000, countTokens } });
    for (let turn = 0; turn < 6; turn++) await conversation.ask(`Question ${turn}`.slice(-10));
    await conversation.ask('Question 6', { model: 'gpt-4.1' });
    expect(large).toEqual([13]);
  });

  it('is asked five times at most, and nothing was billed', async () => {
    const { provider, client } = begin(1_000_000, {}, () => ({}));
    let isOver = false;
    let refusals = 0;
    const fetch: typeof globalThis.fetch = async (url, init) => {
      if (!isOver) return provider.fetch(url, init);
      refusals++;
      return Response.json({ error: { code: 'context_length_exceeded' } }, { status: 400 });
    };
    const { client: other } = setUp({ fetch, retry: false });
    const conversation = other.conversation();
    for (let turn = 0; turn < 20; turn++) await conversation.ask('Question?');
    isOver = true;
    const before = other.spent;
    await expect(conversation.ask('Question?')).rejects.toMatchObject({ kind: 'context-length' });
    expect(other.spent).toBe(before);
    expect(refusals).toBe(5);
    expect(conversation.turns).toHaveLength(20);
    expect(client.spent).toBe(0n);
  });
});

describe('summarise', () => {
  const minutes = (isMinutes: boolean) => ({ text: isMinutes ? 'They said yes.' : 'Yes.' });
  const context = { policy: summarise({ keepTurns: 1 }) };

  it('puts the oldest turns into a summary, paid for and counted, and keeps the newest', async () => {
    const { conversation, provider, events, client, ask } = begin(10_000, context, minutes);
    await conversation.ask('a'.repeat(6_000));
    await ask(1);
    await conversation.ask('b'.repeat(5_000));
    const [summary, question] = provider.requests.slice(-2);
    expect(summary?.messages[1]?.content).toBe(`user: ${'a'.repeat(6_000)}\n\nassistant: Yes.`);
    expect(summary).toMatchObject({ max_completion_tokens: 2_000, model: 'gpt-4o-mini' });
    expect(question?.messages).toEqual([
      user('What have we talked about so far?'),
      assistant('They said yes.'),
      user('Question 1'),
      assistant('Yes.'),
      user('b'.repeat(5_000)),
    ]);
    expect(events).toMatchObject([{ leftOutTurns: 1, summarisedTurns: 1 }]);
    expect(conversation.cost).toBe(client.spent);
    expect(conversation.turns).toHaveLength(3);
  });

  it('is made anew of the last one and what has come since, and saved with the conversation', async () => {
    const { conversation, provider, ask } = begin(10_000, context, minutes);
    await conversation.ask('a'.repeat(6_000));
    await ask(1);
    await conversation.ask('b'.repeat(5_000));
    await conversation.ask('c'.repeat(4_870));
    expect(provider.requests.at(-2)?.messages[1]?.content).toBe(
      'Minutes so far:\nThey said yes.\n\nuser: Question 1\n\nassistant: Yes.',
    );
    const json = JSON.parse(JSON.stringify(conversation.toJSON()));
    expect(json.summary).toEqual({ turns: 2, text: 'They said yes.' });
    const loaded = setUp().client.conversation({ from: json });
    expect(loaded.toJSON()).toEqual(json);
    expect(loaded.fork().toJSON().summary).toEqual(json.summary);
    expect(loaded.fork(1).toJSON().summary).toBeUndefined();
    // A summary of what is no longer there would be wrong.
    await loaded.edit(1, 'Other?').answer;
    expect(loaded.toJSON().summary).toBeUndefined();
  });

  it('that fails leaves the oldest turns out instead, and the event says why', async () => {
    const { conversation, provider, events, ask } = begin(4_000, context, (isMinutes) =>
      isMinutes ? { status: 503 } : { text: 'Yes.' },
    );
    await ask(2);
    await conversation.ask('q'.repeat(3_950));
    expect(provider.requests.at(-1)?.messages).toHaveLength(1);
    expect(events).toMatchObject([
      { leftOutTurns: 2, summarisedTurns: 0, summaryFailed: 'server' },
    ]);
    expect(conversation.turns).toHaveLength(3);
  });

  it('is not asked for where nothing is older than what is kept', async () => {
    const { provider, conversation } = begin(4_000, { policy: summarise() }, minutes);
    await conversation.ask('a'.repeat(3_000));
    await conversation.ask('b'.repeat(3_000));
    expect(provider.requests.some(isSummary)).toBe(false);
  });

  it.each([-1, 0.5, Number.NaN])('refuses to keep %d turns', (keepTurns) => {
    expect(() => summarise({ keepTurns })).toThrow('keepTurns is');
    expect(summarise({ keepTurns: 0 })).not.toEqual(dropOldest());
  });
});

it.each([0, -5, 1.5])('a window of %d tokens is refused', (maxTokens) => {
  expect(() => setUp().client.conversation({ context: { maxTokens } })).toThrow(
    'context.maxTokens is',
  );
});
