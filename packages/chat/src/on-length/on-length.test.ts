import type { ChatRequest } from '@farebox/core';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { ChatClientOptions } from '../client-options.js';
import { cannedProvider } from '../fixtures/canned-provider.js';
import { setUp } from '../fixtures/set-up.js';

const cut = { text: 'One two thr', finish: 'length' };
const rest = { text: 'ee four' };

async function failureOf(answer: Promise<unknown>) {
  return answer.then(
    () => expect.unreachable(),
    (error) => error,
  );
}

function messagesOf({ requests }: ReturnType<typeof setUp>['provider'], index: number) {
  const body = requests[index]?.body as unknown as ChatRequest;
  return body.messages;
}

describe('an answer that is cut off at its ceiling', () => {
  it('is handed out as truncated', async () => {
    const { client, provider } = setUp({}, cut);
    const answer = await client.ask('Count');
    expect(answer).toMatchObject({ text: cut.text, finishReason: 'length', truncated: true });
    expect(provider.requests).toHaveLength(1);
  });

  it('is an error with all of it under throw, which says what to raise', async () => {
    const { client } = setUp({ onLength: 'throw', max_completion_tokens: 3 }, cut);
    const error = await failureOf(client.ask('Count'));
    expect(error).toMatchObject({ kind: 'truncated', code: 'length', delivered: true, exit: 8 });
    expect(error.fix).toContain('Raise max_completion_tokens (it is 3)');
    expect(error.message).toContain('after 3 tokens');
    expect(error.partial.choices[0].message.content).toBe(cut.text);
    // What is said for one call holds for it.
    expect((await client.ask('Count', { onLength: 'return' })).truncated).toBe(true);
  });

  it('an answer that ended is none under throw either', async () => {
    const { client } = setUp({ onLength: 'throw' }, rest);
    expect(await client.ask('Count')).toMatchObject({ text: rest.text, truncated: false });
  });

  it('goes on under continue: asked for the rest, streamed without a seam, one call and all of it paid', async () => {
    const { client, provider } = setUp({ onLength: 'continue' }, cut, rest);
    const stream = client.stream('Count');
    let text = '';
    for await (const piece of stream) text += piece;
    expect(text).toBe('One two three four');
    const answer = await stream.answer;
    expect(answer).toMatchObject({ text, finishReason: 'stop', truncated: false, attempts: 2 });
    expect(answer.completion.usage).toBeUndefined();
    expect(answer.usage).toMatchObject({ inputTokens: 40, outputTokens: 5 });
    expect(answer.receipts.map(({ attempt }) => attempt)).toEqual([1, 2]);
    expect(answer.receipts[0]?.callId).toBe(answer.receipts[1]?.callId);
    expect(client.spent).toBe(answer.cost);
    expect(messagesOf(provider, 1)).toEqual([
      { role: 'user', content: 'Count' },
      { role: 'assistant', content: cut.text },
      { role: 'user', content: expect.stringContaining('Go on exactly where you stopped') },
    ]);
    // A conversation goes on with one answer, and not with how it came about.
    expect(answer.messages).toMatchObject([{ role: 'assistant', content: text }]);
  });

  it('goes on in the way of a provider that has one', async () => {
    const { client, provider } = setUp({ onLength: 'continue', profile: 'mistral' }, cut, rest);
    expect((await client.ask('Count')).text).toBe('One two three four');
    expect(messagesOf(provider, 1)).toEqual([
      { role: 'user', content: 'Count' },
      { role: 'assistant', content: cut.text, prefix: true },
    ]);
    const vllm = setUp({ onLength: 'continue', profile: 'vllm' }, cut, rest);
    await vllm.client.ask('Count');
    expect(vllm.provider.requests[1]?.body).toMatchObject({ continue_final_message: true });
  });

  it('at Mistral the rest begins with all of the answer, however short, and that is left out', async () => {
    // As it streams: the answer as one piece, without the blank at its end, which comes with the next one; usage unasked.
    const chunk = (delta: object, finish_reason: string | null = null, more: object = {}) =>
      `data: ${JSON.stringify({
        id: '16362f24e60340d0994dd205c267a43a',
        object: 'chat.completion.chunk',
        created: 1_711_113_008,
        model: 'mistral-small-latest',
        choices: [{ index: 0, delta, finish_reason }],
        ...more,
      })}\n\n`;
    const usage = { prompt_tokens: 9, total_tokens: 14, completion_tokens: 5 };
    const again = [
      chunk({ role: 'assistant', content: '' }),
      chunk({ content: 'One,' }),
      chunk({ content: ' two' }),
      chunk({ content: ', three' }),
      chunk({ content: '' }, 'stop', { usage }),
      'data: [DONE]\n\n',
    ].join('');
    const { client, provider } = setUp(
      { onLength: 'continue', provider: 'mistral', model: 'mistral-small-latest' },
      { text: 'One, ', finish: 'length' },
      { body: again },
    );
    const stream = client.stream('Count');
    let text = '';
    for await (const piece of stream) text += piece;
    expect(text).toBe('One, two, three');
    expect((await stream.answer).text).toBe(text);
    expect(messagesOf(provider, 1).at(-1)).toEqual({
      role: 'assistant',
      content: 'One, ',
      prefix: true,
    });
  });

  it('asks in words where a fallback may come to answer, which would refuse the fields of that way', async () => {
    const other = cannedProvider(rest);
    const { client, provider } = setUp(
      {
        onLength: 'continue',
        profile: 'mistral',
        retry: false,
        fallback: [{ provider: 'openai', apiKey: 'sk-other-0123456789', fetch: other.fetch }],
      },
      cut,
      { status: 503, body: '' },
    );
    expect((await client.ask('Count')).text).toBe('One two three four');
    expect(JSON.stringify([...provider.requests, ...other.requests])).not.toContain('prefix');
    const same = setUp(
      { onLength: 'continue', profile: 'mistral', fallback: ['gpt-4.1'] },
      cut,
      rest,
    );
    await same.client.ask('Count');
    expect(messagesOf(same.provider, 1).at(-1)).toMatchObject({ prefix: true });
  });

  it('what the rest repeats of the whole answer, as Mistral does, is not there twice', async () => {
    const long = { text: 'One two three four fi', finish: 'length' };
    const { client } = setUp({ onLength: 'continue' }, long, { text: `${long.text}ve six` });
    const stream = client.stream('Count');
    let text = '';
    for await (const piece of stream) text += piece;
    expect(text).toBe('One two three four five six');
    expect((await stream.answer).text).toBe(text);
    const broken = setUp({ onLength: 'continue' }, long, { text: 'One two', cut: true });
    const error = await failureOf(broken.client.ask('Count'));
    expect(error.partial.choices[0].message.content).toBe(long.text);
  });

  it.each([
    [undefined, 4],
    [1, 2],
  ])(
    'with continuations: %s it is asked %i times, and truncated after that',
    async (continuations, times) => {
      const { client, provider } = setUp({ onLength: 'continue', continuations }, cut);
      const answer = await client.ask('Count');
      expect(answer).toMatchObject({ text: cut.text.repeat(times), truncated: true });
      expect(provider.requests).toHaveLength(times);
    },
  );

  it('ends when the rest brings nothing, and is truncated still', async () => {
    const { client, provider } = setUp({ onLength: 'continue' }, cut, { text: '' });
    expect(await client.ask('Count')).toMatchObject({ text: cut.text, truncated: true });
    expect(provider.requests).toHaveLength(2);
  });

  it('that is no text is not gone on with', async () => {
    const { client, provider } = setUp({ onLength: 'continue' }, { text: '', finish: 'length' });
    expect((await client.ask('Count')).truncated).toBe(true);
    expect(provider.requests).toHaveLength(1);
  });

  it('when the budget has no room for the rest, the error has what there is', async () => {
    const { client, provider } = setUp({ onLength: 'continue', budget: '0.0099' }, expensive());
    const error = await failureOf(client.ask('Count'));
    expect(error).toMatchObject({ kind: 'budget', gaveUp: 'budget', delivered: true });
    expect(error.cause).toMatchObject({ kind: 'truncated', code: 'length' });
    expect(error.partial.choices[0].message.content).toBe(cut.text);
    expect(provider.requests).toHaveLength(1);
  });

  it('when the rest breaks off, the error has both parts', async () => {
    const { client } = setUp({ onLength: 'continue' }, cut, { ...rest, cut: true });
    const error = await failureOf(client.ask('Count'));
    expect(error).toMatchObject({ kind: 'truncated', delivered: true });
    expect(error.code).not.toBe('length');
    expect(error.partial.choices[0].message.content).toBe('One two three four');
  });

  it.each<[Partial<ChatClientOptions>, string]>([
    [{ onLength: 'go on' as never }, 'onLength is "go on"'],
    [{ onLength: 'continue', continuations: 0 }, 'continuations is 0'],
    [{ onLength: 'continue', fallback: 'gpt-4.1' as never }, 'fallback is no list'],
  ])('%o is refused at once', (options, message) => {
    expect(() => setUp(options)).toThrow(
      expect.objectContaining({ kind: 'configuration', message: expect.stringContaining(message) }),
    );
  });

  it('of several answers none is gone on with: n is refused', async () => {
    const { client, provider } = setUp({ onLength: 'continue' }, cut);
    const error = await failureOf(client.ask('Count', { n: 2 }));
    expect(error).toMatchObject({ kind: 'configuration' });
    expect(provider.requests).toEqual([]);
  });
});

describe('an answer with a schema that is cut off', () => {
  const schema = z.object({ a: z.string(), b: z.number() });

  it('goes on as text, for a schema would have it begin anew, and the whole is checked', async () => {
    const { client, provider } = setUp(
      { onLength: 'continue' },
      { text: '{"a": "x y', finish: 'length' },
      { text: ' z", "b": 1}' },
    );
    expect((await client.ask('?', { schema })).value).toEqual({ a: 'x y z', b: 1 });
    expect(provider.requests[0]?.body.response_format).toMatchObject({ type: 'json_schema' });
    expect(provider.requests[1]?.body).not.toHaveProperty('response_format');
    expect(messagesOf(provider, 1).at(-1)?.content).toContain('JSON');
  });

  it('is asked for anew where the parts do not fit together', async () => {
    const { client, provider } = setUp(
      { onLength: 'continue' },
      { text: '{"a": "x', finish: 'length' },
      { text: '{"a": "x y", "b": 1}' },
      { text: '{"a": "x y", "b": 1}' },
    );
    expect((await client.ask('?', { schema })).value).toEqual({ a: 'x y', b: 1 });
    expect(provider.requests).toHaveLength(3);
  });
});

/** A reply that is cut off and says it has cost $0.006. */
function expensive() {
  const message = { role: 'assistant', content: cut.text };
  const usage = { prompt_tokens: 20, completion_tokens: 9_980, total_tokens: 10_000 };
  const head = { id: 'c', object: 'chat.completion', created: 1, model: 'gpt-4o-mini', usage };
  const completion = { ...head, choices: [{ index: 0, message, finish_reason: 'length' }] };
  return { body: JSON.stringify(completion), headers: { 'content-type': 'application/json' } };
}
