import type { ChatError } from '@farebox/core';
import { user } from '@farebox/core';
import { memoryLedger } from '@farebox/cost';
import { describe, expect, it } from 'vitest';
import type { ChatClientOptions } from './client-options.js';
import { setUp } from './fixtures/set-up.js';
import { defineTool } from './tools/define-tool.js';

describe('ask', () => {
  it('returns the text and everything that is known about the answer', async () => {
    const { client, provider } = setUp({ system: 'Be kind.', temperature: 0.3 });
    const answer = await client.ask('Hello?');
    expect(answer).toMatchObject({
      text: 'Hello there',
      finishReason: 'stop',
      truncated: false,
      usage: { inputTokens: 20, outputTokens: 2, totalTokens: 22, cachedInputTokens: 0 },
      cost: 20n * 150_000n + 2n * 600_000n,
      costUsd: 0.0000042,
      model: 'gpt-4o-mini-2024-07-18',
      attempts: 1,
      requestId: 'req_1',
    });
    expect(answer.completion).toMatchObject({
      id: 'chatcmpl-1',
      created: 1_767_225_600,
      choices: [{ index: 0, message: { role: 'assistant', content: 'Hello there' } }],
    });
    expect(provider.requests[0]?.body).toEqual({
      model: 'gpt-4o-mini',
      temperature: 0.3,
      messages: [
        { role: 'system', content: 'Be kind.' },
        { role: 'user', content: 'Hello?' },
      ],
      stream: true,
      stream_options: { include_usage: true, include_obfuscation: false },
    });
  });

  it('says that an answer was cut off at the ceiling', async () => {
    const { client } = setUp({ max_completion_tokens: 2 }, { finish: 'length' });
    expect(await client.ask('Hello?')).toMatchObject({ finishReason: 'length', truncated: true });
  });

  it('asks for one JSON reply where the client is told so', async () => {
    const completion = {
      id: 'chatcmpl-2',
      object: 'chat.completion',
      created: 1,
      model: 'gpt-4o-mini-2024-07-18',
      choices: [
        {
          index: 0,
          message: { role: 'assistant', content: 'Hi', refusal: null },
          finish_reason: 'stop',
        },
      ],
      usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
    };
    const { client, provider } = setUp({ stream: false }, { body: JSON.stringify(completion) });
    const answer = await client.ask('Hello?');
    expect(answer.text).toBe('Hi');
    expect(answer.costUsd).toBe(0.00000075);
    expect(provider.requests[0]?.body).toMatchObject({ stream: false });
  });

  it('takes a conversation as it is, and the system message of its own before the client’s', async () => {
    const { client, provider } = setUp({ system: 'Be kind.' });
    await client.ask([{ role: 'system', content: 'Be short.' }, user('Hello?')]);
    await client.ask([{ type: 'text', text: 'Hello?' }]);
    expect(provider.requests.map(({ body }) => body.messages)).toEqual([
      [
        { role: 'system', content: 'Be short.' },
        { role: 'user', content: 'Hello?' },
      ],
      [
        { role: 'system', content: 'Be kind.' },
        { role: 'user', content: [{ type: 'text', text: 'Hello?' }] },
      ],
    ]);
  });

  it('counts failed attempts in cost and attempts', async () => {
    const { client, clock } = setUp({}, { status: 500, body: '' }, {});
    const asking = client.ask('Hello?');
    await clock.advance(1000);
    const answer = await asking;
    expect(answer.attempts).toBe(2);
    expect(answer.receipts.map(({ outcome, cost }) => [outcome, cost.known])).toEqual([
      ['server', 'bounded'],
      ['completed', 'reported'],
    ]);
    expect(answer.cost).toBeGreaterThan(20n * 150_000n + 2n * 600_000n);
    expect(client.spent).toBe(answer.cost);
  });

  it('does not retry where retrying is off', async () => {
    const { client, provider } = setUp({ retry: false }, { status: 500, body: '' });
    await expect(client.ask('Hello?')).rejects.toMatchObject({ kind: 'server', attempts: 1 });
    expect(provider.requests).toHaveLength(1);
  });

  it('has no cost, rather than 0, for a model without a price', async () => {
    const { client } = setUp({ model: 'local' }, { body: plain('local') });
    const answer = await client.ask('Hello?');
    expect(answer.cost).toBeUndefined();
    expect(answer.costUsd).toBeUndefined();
  });
});

describe('stream', () => {
  it('hands out the text as it arrives, then the answer', async () => {
    const { client } = setUp();
    const stream = client.stream('Hello?');
    let text = '';
    for await (const piece of stream) text += piece;
    expect(text).toBe('Hello there');
    expect(await stream.answer).toMatchObject({ text: 'Hello there', attempts: 1 });
  });

  it.each([
    ['a loop', {}],
    ['a loop over several calls', { tools: [defineTool({ name: 'f', run: () => 'x' })] }],
  ])('its answer may be asked for before %s begins: the loop reads', async (_, options) => {
    const { client, provider } = setUp(options, { text: 'Hello you' });
    const conversation = client.conversation();
    for (const stream of [client.stream('Hello?'), conversation.stream('Hello?')]) {
      const answered = stream.answer;
      let text = '';
      for await (const piece of stream) text += piece;
      expect(text).toBe('Hello you');
      expect((await answered).text).toBe(text);
    }
    expect(conversation.turns).toHaveLength(1);
    expect(provider.requests).toHaveLength(2);
  });

  it.each([undefined, null, 7, {}, '', []])(
    'a prompt that is %j is refused at once, by name',
    (prompt) => {
      const { client, provider } = setUp();
      const error = { kind: 'configuration', message: expect.stringMatching(/^The prompt is /) };
      for (const asked of [client, client.conversation()]) {
        expect(() => asked.stream(prompt as never)).toThrow(expect.objectContaining(error));
      }
      expect(provider.requests).toEqual([]);
    },
  );

  it('sends nothing before it is read', async () => {
    const { client, provider } = setUp();
    const stream = client.stream('Hello?');
    expect(provider.requests).toEqual([]);
    await stream.answer;
    expect(provider.requests).toHaveLength(1);
  });

  it('has the receipt in the ledger when the loop ends', async () => {
    const ledger = memoryLedger();
    const { client } = setUp({ ledger, tags: { app: 'a' } });
    for await (const _ of client.stream('Hello?', { tags: { user: 'b' } }));
    expect(await ledger.receipts()).toMatchObject([
      { outcome: 'completed', tags: { app: 'a', user: 'b' } },
    ]);
  });

  it('settles what was left by breaking out of the loop, and then has no answer', async () => {
    const { client } = setUp({ budget: '1' });
    const stream = client.stream('Hello?');
    for await (const _ of stream) break;
    expect(client.spent).toBeGreaterThan(0n);
    await expect(stream.answer).rejects.toMatchObject({ kind: 'aborted', code: 'abandoned' });
  });

  it('throws for a stream that was cut, with what had arrived', async () => {
    const { client } = setUp({}, { text: 'Hel lo', cut: true });
    let text = '';
    const reading = (async () => {
      for await (const piece of client.stream('Hello?')) text += piece;
    })();
    const error: ChatError = await reading.then(
      () => expect.fail('it looked complete'),
      (thrown) => thrown,
    );
    expect(error).toMatchObject({ kind: 'truncated', delivered: true });
    expect(error.partial?.choices[0]?.message.content).toBe('Hel lo');
    expect(text).toBe('Hel lo');
  });

  it('ends as aborted on the caller’s signal', async () => {
    const { client } = setUp();
    const signal = AbortSignal.abort();
    await expect(client.ask('Hello?', { signal })).rejects.toMatchObject({ kind: 'aborted' });
  });
});

describe('observe', () => {
  it('tells of attempts, waits and receipts in order', async () => {
    const seen: string[] = [];
    const observe: ChatClientOptions['observe'] = (event) => seen.push(event.type);
    const { client, clock } = setUp({ observe }, { status: 500, body: '' }, {});
    const asking = client.ask('Hello?');
    await clock.advance(1000);
    await asking;
    expect(seen).toEqual([
      'attempt',
      'receipt',
      'wait',
      'attempt',
      'first-token',
      'receipt',
      'answer',
    ]);
  });
});

function plain(model: string): string {
  const choice = { index: 0, message: { role: 'assistant', content: 'Hi' }, finish_reason: 'stop' };
  const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };
  return JSON.stringify({
    id: 'x',
    object: 'chat.completion',
    created: 1,
    model,
    choices: [choice],
    usage,
  });
}
