import type { ChatRequest } from '@farebox/core';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { calling } from '../fixtures/calling-reply.js';
import { cannedProvider } from '../fixtures/canned-provider.js';
import { setUp } from '../fixtures/set-up.js';
import { defineTool } from '../tools/define-tool.js';

const city = z.object({ city: z.string(), people: z.number().int().min(1) });
const oslo = '{"city": "Oslo", "people": 700000}';
const wrong = '{"city": "Bergen", "people": 0}';

async function failureOf(answer: Promise<unknown>) {
  return answer.then(
    () => expect.unreachable(),
    (error) => error,
  );
}

function bodyOf({ requests }: ReturnType<typeof setUp>['provider'], index: number) {
  return requests[index]?.body as unknown as ChatRequest;
}

describe('where the model has no json_schema', () => {
  const fenced = { text: `Here you are:\n\`\`\`json\n${oslo}\n\`\`\`\nAnything else?` };

  it.each([
    ['deepseek', { profile: 'deepseek' as const, model: 'deepseek-chat' }, { type: 'json_object' }],
    ['anthropic', { profile: 'anthropic' as const, model: 'claude' }, undefined],
    ['gpt-4-turbo', { model: 'gpt-4-turbo' }, { type: 'json_object' }],
    ['gpt-4', { model: 'gpt-4' }, undefined],
  ])(
    '%s gets the schema in the system message, and may write around it',
    async (_name, options, format) => {
      const { client, provider } = setUp(
        { ...options, system: 'Be kind.', unknownPrice: 'allow' },
        fenced,
      );
      expect((await client.ask('A city?', { schema: city })).value.city).toBe('Oslo');
      const { messages, response_format } = bodyOf(provider, 0);
      expect(response_format).toEqual(format);
      expect(messages).toHaveLength(2);
      expect(messages[0]?.content).toMatch(/^Be kind\.\n\nAnswer with one JSON object .*"people"/s);
    },
  );

  it('a provider that says so is asked again with the schema in a message, and that is no re-ask', async () => {
    const refused = {
      status: 400,
      body: '{"error":{"message":"This response_format type is unavailable now","type":"invalid_request_error"}}',
    };
    const { client, provider } = setUp({ reasks: 1 }, refused, { text: wrong }, { text: oslo });
    const answer = await client.ask('A city?', { schema: city });
    expect(answer.value.city).toBe('Oslo');
    const formats = provider.requests.map(({ body }) => body.response_format !== undefined);
    expect(formats).toEqual([true, false, false]);
    expect(answer.messages).toHaveLength(3);
  });

  it('a provider that refuses a rule gets the schema with its rules told, and then in a message', async () => {
    const refused = {
      status: 400,
      body: `{"error":{"message":"Invalid schema for response_format 'answer': In context=('properties', 'people'), 'minimum' is not permitted."}}`,
    };
    const { client, provider } = setUp({}, refused, { text: oslo });
    expect((await client.ask('A city?', { schema: city })).value.city).toBe('Oslo');
    expect(bodyOf(provider, 1).response_format).toMatchObject({
      json_schema: {
        strict: true,
        schema: { properties: { people: { type: 'integer', description: '(minimum 1)' } } },
      },
    });
    expect(JSON.stringify(bodyOf(provider, 1))).not.toContain('"minimum"');
    const second = setUp({}, refused, refused, { text: oslo });
    expect((await second.client.ask('A city?', { schema: city })).attempts).toBe(3);
    expect(bodyOf(second.provider, 2)).not.toHaveProperty('response_format');
    const third = setUp({}, refused);
    expect(await failureOf(third.client.ask('A city?', { schema: city }))).toMatchObject({
      kind: 'bad-request',
    });
    expect(third.provider.requests).toHaveLength(3);
  });

  it('a fallback that has none gets both, for nobody knows who will answer', async () => {
    const other = cannedProvider(fenced);
    const { client } = setUp(
      {
        retry: false,
        fallback: [{ provider: 'anthropic', model: 'claude-haiku-4-5', fetch: other.fetch }],
      },
      { status: 503, body: '' },
    );
    expect((await client.ask('A city?', { schema: city })).value.city).toBe('Oslo');
    expect(other.requests[0]?.body).toMatchObject({
      messages: [{ content: expect.stringContaining('"people"') }, { role: 'user' }],
      response_format: { type: 'json_schema' },
    });
    const same = setUp({ fallback: ['gpt-4.1'] }, { text: oslo });
    await same.client.ask('A city?', { schema: city });
    expect(bodyOf(same.provider, 0).messages).toHaveLength(1);
  });

  it('after tools have run, a refusal of the form is an error, and they do not run again', async () => {
    const tool = defineTool({ name: 'get_weather', run: () => 'fine' });
    const refused = {
      status: 400,
      body: '{"error":{"message":"response_format is unavailable now"}}',
    };
    const { client, provider } = setUp(
      { tools: [tool] },
      calling([{ name: 'get_weather' }]),
      refused,
    );
    const error = await failureOf(client.ask('A city?', { schema: city }));
    expect(error).toMatchObject({ kind: 'bad-request', delivered: true });
    expect(provider.requests).toHaveLength(2);
  });

  it('another refusal is what it is', async () => {
    const { client, provider } = setUp(
      {},
      { status: 400, body: '{"error":{"message":"Too hot."}}' },
    );
    const error = await failureOf(client.ask('A city?', { schema: city }));
    expect(error).toMatchObject({ kind: 'bad-request', delivered: false });
    expect(provider.requests).toHaveLength(1);
  });

  it('a schema that cannot be strict is sent as it is', async () => {
    const schema = z.object({ counts: z.record(z.string(), z.number()) });
    const { client, provider } = setUp({}, { text: '{"counts":{"a":1}}' });
    expect((await client.ask('?', { schema })).value).toEqual({ counts: { a: 1 } });
    expect(provider.requests[0]?.body.response_format).toMatchObject({
      json_schema: { strict: false, schema: { properties: { counts: { type: 'object' } } } },
    });
  });
});

describe('a form that was refused', () => {
  const refused = {
    status: 400,
    body: '{"error":{"message":"This response_format type is unavailable now","type":"invalid_request_error"}}',
  };
  const ofSchema = {
    status: 400,
    body: `{"error":{"message":"Invalid schema for response_format 'answer': 'minimum' is not permitted."}}`,
  };
  const formatsOf = ({ requests }: ReturnType<typeof setUp>['provider']) =>
    requests.map(({ body }) => (body as unknown as ChatRequest).response_format?.type);

  it('is not asked for again by the same client: the refused request is made once', async () => {
    const { client, provider } = setUp({}, refused, { text: oslo });
    for (let asked = 0; asked < 3; asked++) {
      expect((await client.ask('A city?', { schema: city })).value.city).toBe('Oslo');
    }
    const other = z.object({ city: z.string() });
    await client.conversation().ask('Another?', { schema: other });
    expect(formatsOf(provider)).toEqual([
      'json_schema',
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(bodyOf(provider, 4).messages[0]?.content).toContain('Answer with one JSON object');
  });

  it('is asked for anew by another client, and of another model', async () => {
    const { client, provider } = setUp({}, refused, { text: oslo });
    await client.ask('A city?', { schema: city });
    await client.ask('A city?', { schema: city, model: 'gpt-4.1' });
    expect(formatsOf(provider)).toEqual(['json_schema', undefined, 'json_schema']);
    const fresh = setUp({}, { text: oslo });
    await fresh.client.ask('A city?', { schema: city });
    expect(formatsOf(fresh.provider)).toEqual(['json_schema']);
  });

  it('for a rule of one schema says nothing of another schema, and the same one may be made anew', async () => {
    const { client, provider } = setUp({}, ofSchema, { text: oslo });
    await client.ask('A city?', { schema: city });
    const again = z.object({ city: z.string(), people: z.number().int().min(1) });
    await client.ask('A city?', { schema: again });
    await client.ask('A city?', { schema: z.object({ people: z.number().min(7) }) });
    const rules = provider.requests.map(({ body }) => JSON.stringify(body).includes('"minimum"'));
    expect(rules).toEqual([true, false, false, true]);
    expect(formatsOf(provider)).toEqual(Array(4).fill('json_schema'));
  });

  it('is not taken for known where the simpler one was refused as well', async () => {
    const { client, provider } = setUp({}, refused);
    await failureOf(client.ask('A city?', { schema: city }));
    await failureOf(client.ask('A city?', { schema: city }));
    expect(formatsOf(provider)).toEqual(['json_schema', undefined, 'json_schema', undefined]);
  });

  it('by a fallback says nothing of the provider that is asked first', async () => {
    const other = cannedProvider(refused, { text: oslo });
    const { client, provider } = setUp(
      {
        retry: false,
        fallback: [{ provider: 'groq', model: 'llama-3.1-8b-instant', fetch: other.fetch }],
      },
      { status: 503, body: '' },
      { status: 503, body: '' },
      { text: oslo },
    );
    await client.ask('A city?', { schema: city });
    await client.ask('A city?', { schema: city });
    expect(formatsOf(provider)).toEqual(['json_schema', undefined, 'json_schema']);
  });
});
