import type { ChatRequest } from '@farebox/core';
import { describe, expect, expectTypeOf, it } from 'vitest';
import * as z from 'zod';
import type { Answer } from '../answer.js';
import type { AnswerStream } from '../answer-stream.js';
import type { ChatEvent } from '../chat-event.js';
import { setUp } from '../fixtures/set-up.js';

const city = z.object({ city: z.string(), people: z.number().int().min(1) });
const oslo = '{"city": "Oslo", "people": 700000}';
const wrong = '{"city": "Bergen of secrets", "people": 0}';

async function failureOf(answer: Promise<unknown>) {
  return answer.then(
    () => expect.unreachable(),
    (error) => error,
  );
}

function bodyOf({ requests }: ReturnType<typeof setUp>['provider'], index: number) {
  return requests[index]?.body as unknown as ChatRequest;
}

/** A reply in full, with a message of this kind. */
function reply(message: Record<string, unknown>, finish_reason: string) {
  const choice = {
    index: 0,
    message: { role: 'assistant', content: null, ...message },
    finish_reason,
  };
  const usage = { prompt_tokens: 20, completion_tokens: 9_980, total_tokens: 10_000 };
  const head = { id: 'c', object: 'chat.completion', created: 1, model: 'gpt-4o-mini' };
  const completion = { ...head, choices: [choice], usage };
  return { body: JSON.stringify(completion), headers: { 'content-type': 'application/json' } };
}

describe('an answer with a schema', () => {
  it('has the value, of the type that the schema says', async () => {
    const { client, provider } = setUp({}, { text: oslo });
    const answer = await client.ask('A city?', { schema: city });
    expectTypeOf(answer).toEqualTypeOf<Answer<{ city: string; people: number }>>();
    expect(answer.value).toEqual({ city: 'Oslo', people: 700_000 });
    expect(answer.text).toBe(oslo);
    expect(provider.requests[0]?.body).toMatchObject({
      messages: [{ role: 'user', content: 'A city?' }],
      response_format: {
        type: 'json_schema',
        json_schema: { name: 'answer', strict: true, schema: { required: ['city', 'people'] } },
      },
    });
    expect(provider.requests[0]?.body).not.toHaveProperty('schema');
  });

  it('without one there is no value, and its type is undefined', async () => {
    const { client } = setUp();
    const answer = await client.ask('Hello?', { temperature: 0 });
    expectTypeOf(answer).toEqualTypeOf<Answer<undefined>>();
    expect(answer.value).toBeUndefined();
    expectTypeOf(client.stream('Hello?', { schema: city })).toEqualTypeOf<
      AnswerStream<{ city: string; people: number }, { city: string; people: number }>
    >();
  });

  it('is what its defaults and conversions make of it, also of null for what may be absent', async () => {
    const schema = z.object({
      day: z.iso.date().transform((day) => new Date(day)),
      size: z.number().default(3),
      note: z.string().optional(),
      none: z.string().nullable(),
    });
    const text = '{"day":"2026-11-28","size":null,"note":null,"none":null}';
    const { client } = setUp({}, { text });
    const { value } = await client.ask('When?', { schema });
    expectTypeOf(value.day).toEqualTypeOf<Date>();
    expect(value).toEqual({ day: new Date('2026-11-28'), size: 3, none: null });
    expect(value).not.toHaveProperty('note');
  });

  it.each([
    ['a list', z.array(z.number()), '{"value":[1,2]}', [1, 2]],
    ['a text', z.string(), '{"value":"x"}', 'x'],
    [
      'one of several',
      z.union([z.string(), z.object({ a: z.number() })]),
      '{"value":{"a":1}}',
      { a: 1 },
    ],
  ])('%s is asked for inside an object', async (_name, schema, text, value) => {
    const { client, provider } = setUp({}, { text });
    expect((await client.ask('?', { schema: schema as z.ZodType })).value).toEqual(value);
    expect(provider.requests[0]?.body.response_format).toMatchObject({
      json_schema: { strict: true, schema: { type: 'object', required: ['value'] } },
    });
  });

  it('is asked for again, once, with what is wrong: one call in the ledger, and all of it is paid', async () => {
    const { client, provider } = setUp({}, { text: wrong }, { text: oslo });
    const events: ChatEvent[] = [];
    const answer = await client.ask('A city?', {
      schema: city,
      observe: (event) => events.push(event),
    });
    expect(answer).toMatchObject({ value: { city: 'Oslo' }, attempts: 2 });
    const [first, second] = answer.receipts;
    expect([first?.attempt, second?.attempt]).toEqual([1, 2]);
    expect(first?.callId).toBe(second?.callId);
    expect(client.spent).toBe(answer.cost);
    const { messages } = bodyOf(provider, 1);
    expect(messages.slice(0, 2)).toEqual([
      { role: 'user', content: 'A city?' },
      { role: 'assistant', content: wrong },
    ]);
    expect(messages[2]?.content).toMatch(/people: Too small.*\nAnswer again/);
    expect(answer.messages.map(({ role }) => role)).toEqual(['assistant', 'user', 'assistant']);
    expect(events.map(({ type }) => type)).toEqual([
      'attempt',
      'first-token',
      'receipt',
      're-ask',
      'attempt',
      'first-token',
      'receipt',
      'answer',
    ]);
    expect(events[3]).toMatchObject({
      error: { kind: 'schema', code: 'mismatch' },
      discard: { characters: wrong.length },
    });
  });

  it('that never fits is an error, which says where and what was expected, and nothing of the answer', async () => {
    const { client, provider } = setUp({}, { text: wrong });
    const error = await failureOf(client.ask('A city?', { schema: city }));
    expect(error).toMatchObject({
      kind: 'schema',
      code: 'mismatch',
      attempts: 2,
      gaveUp: 'attempts',
      delivered: true,
    });
    expect(error.message).toBe(
      'The answer does not fit the schema: people (expected integer, minimum 1).',
    );
    expect(error.cause).toMatchObject({ kind: 'schema' });
    expect(error.partial?.choices[0].message.content).toBe(wrong);
    expect(provider.requests).toHaveLength(2);
  });

  it.each([
    [0, 1],
    [3, 4],
  ])('with reasks: %i it is asked %i times', async (reasks, times) => {
    const { client, provider } = setUp({ reasks }, { text: 'Sorry, what?' });
    const error = await failureOf(client.ask('A city?', { schema: city }));
    expect(error).toMatchObject({ kind: 'schema', code: 'no-json', attempts: times });
    expect(provider.requests).toHaveLength(times);
  });

  it('an empty answer is asked for again without a message that is empty', async () => {
    const { client, provider } = setUp({}, { text: '' }, { text: oslo });
    await client.ask('A city?', { schema: city });
    expect(bodyOf(provider, 1).messages).toHaveLength(2);
  });

  it('a re-ask that the budget has no room for says so, and keeps what it was for', async () => {
    const { client, provider } = setUp({ budget: '0.010' }, reply({ content: wrong }, 'stop'));
    const error = await failureOf(client.ask('A city?', { schema: city }));
    expect(error).toMatchObject({ kind: 'budget', gaveUp: 'budget', delivered: true });
    expect(error.cause).toMatchObject({ kind: 'schema', code: 'mismatch' });
    expect(error.partial?.choices[0].message.content).toBe(wrong);
    expect(provider.requests).toHaveLength(1);
  });

  it.each([
    ['refused', reply({ refusal: 'I cannot.' }, 'stop'), { kind: 'refusal', exit: 9 }],
    ['filtered', reply({ content: '{"city":' }, 'content_filter'), { kind: 'content-filter' }],
    ['cut off', { text: '{"city": "Os', finish: 'length' }, { kind: 'truncated', code: 'length' }],
    [
      'a call of a tool',
      reply(
        { tool_calls: [{ id: 'a', type: 'function', function: { name: 'f', arguments: '{}' } }] },
        'tool_calls',
      ),
      { kind: 'schema', code: 'tool-calls' },
    ],
  ])(
    'that is %s is an error of its own kind, at once, with what there is',
    async (_name, canned, error) => {
      const { client, provider } = setUp({}, canned);
      const thrown = await failureOf(client.ask('A city?', { schema: city }));
      expect(thrown).toMatchObject({ ...error, delivered: true });
      expect(thrown.partial.choices).toHaveLength(1);
      expect(provider.requests).toHaveLength(1);
    },
  );

  it('that was cut off names the ceiling to raise', async () => {
    const { client } = setUp({}, { text: '{"city": "Os', finish: 'length' });
    const { message, fix } = await failureOf(
      client.ask('?', { schema: city, max_completion_tokens: 3 }),
    );
    expect(message).toBe('The answer was cut off at the output ceiling, after 2 tokens.');
    expect(fix).toContain('Raise max_completion_tokens (it is 3)');
  });

  it('as one JSON reply it is the same', async () => {
    const { client } = setUp({}, reply({ content: oslo }, 'stop'));
    expect((await client.ask('?', { schema: city, stream: false })).value.city).toBe('Oslo');
  });

  it('a schema that throws is an error of the schema, and not of the answer', async () => {
    const broken = city.refine(() => {
      throw new TypeError('no such thing');
    });
    const { client, provider } = setUp({}, { text: oslo });
    const error = await failureOf(client.ask('?', { schema: broken }));
    expect(error).toMatchObject({
      kind: 'schema',
      code: 'threw',
      cause: { message: 'no such thing' },
    });
    expect(provider.requests).toHaveLength(1);
  });

  it.each([
    ['n', { n: 2 }, 'n is 2'],
    ['response_format', { response_format: { type: 'json_object' as const } }, 'both set'],
    ['reasks', { reasks: -1 }, 'reasks is -1'],
    ['a schema without JSON Schema', { schema: z.date() }, 'cannot be said'],
  ])('%s that cannot work is refused before anything is sent', async (_name, options, message) => {
    const { client, provider } = setUp();
    const error = await failureOf(client.ask('?', { schema: city, ...options } as never));
    expect(error).toMatchObject({ kind: 'configuration' });
    expect(error.message).toContain(message);
    expect(provider.requests).toEqual([]);
  });
});
