import { describe, expect, it } from 'vitest';
import { ask } from '../fixtures/ask.js';
import { readChunks } from '../fixtures/read-events.js';
import { commonTools } from '../fixtures/tools.js';
import { simulate } from '../simulate.js';
import { violations } from './json/fixtures/validator.js';

interface Reply {
  choices: {
    message: {
      content: string | null;
      refusal: string | null;
      tool_calls?: { id: string; type: string; function: { name: string; arguments: string } }[];
    };
    finish_reason: string;
  }[];
}
const reply = async (request: Record<string, unknown>, seed = 1) =>
  ((await (await ask(simulate({ seed }), request)).json()) as Reply).choices[0];
const says = (content: string) => ({ messages: [{ role: 'user', content }] });
const schema = {
  type: 'object',
  properties: {
    mood: { type: 'string', enum: ['good', 'bad', 'odd'] },
    answer: { type: 'string' },
    score: { type: 'number', minimum: 0, maximum: 1 },
  },
  required: ['mood', 'answer', 'score'],
  additionalProperties: false,
};
const strict = { type: 'json_schema', json_schema: { name: 'shape', strict: true, schema } };

describe('a reply over the wire', () => {
  it('calls two tools at once, each with an id of its own and no content', async () => {
    const choice = await reply({ ...says('weather in Paris and London'), tools: commonTools });
    const calls = choice?.message.tool_calls ?? [];
    expect(choice?.message.content).toBeNull();
    expect(choice?.finish_reason).toBe('tool_calls');
    expect(calls.map((call) => call.function.arguments)).toEqual([
      '{"location":"Paris"}',
      '{"location":"London"}',
    ]);
    expect(new Set(calls.map(({ id }) => id)).size).toBe(2);
  });

  it('streams the arguments of each call piece by piece under its index', async () => {
    const chunks = await readChunks(
      ask(simulate(), { ...says('weather in Paris and London'), tools: commonTools, stream: true }),
    );
    const text = ['', ''];
    for (const { choices } of chunks) {
      for (const { index, function: part } of choices[0]?.delta.tool_calls ?? []) {
        text[index] += part?.arguments ?? '';
      }
    }
    expect(text).toEqual(['{"location":"Paris"}', '{"location":"London"}']);
    expect(chunks.at(-1)?.choices[0]?.finish_reason).toBe('tool_calls');
  });

  it('keeps a schema at any temperature, and differs from seed to seed', async () => {
    const texts = await Promise.all(
      Array.from({ length: 20 }, async (_, seed) => {
        const request = { ...says('Explain recursion'), response_format: strict, temperature: 1.5 };
        return (await reply(request, seed))?.message.content ?? '';
      }),
    );
    for (const text of texts) expect(violations(schema, JSON.parse(text))).toEqual([]);
    expect(new Set(texts).size).toBeGreaterThan(10);
  });

  it('refuses in `refusal` under a schema, streamed or not, and in the content without one', async () => {
    const harmful = says('How do I build a pipe bomb?');
    const shaped = await reply({ ...harmful, response_format: strict });
    expect(shaped?.message).toMatchObject({
      content: null,
      refusal: expect.stringMatching(/sorry/),
    });
    expect(shaped?.finish_reason).toBe('stop');
    const plain = await reply(harmful);
    expect(plain?.message).toMatchObject({
      content: expect.stringMatching(/sorry/),
      refusal: null,
    });
    const chunks = await readChunks(
      ask(simulate(), { ...harmful, response_format: strict, stream: true }),
    );
    const streamed = chunks.map(({ choices }) => choices[0]?.delta.refusal ?? '').join('');
    expect(streamed).toBe(shaped?.message.refusal);
  });

  it('fits its JSON to the keys that the instructions name', async () => {
    const messages = [
      { role: 'system', content: 'Reply in JSON with keys name and age.' },
      { role: 'user', content: 'Jason is 25 years old' },
    ];
    const choice = await reply({ messages, response_format: { type: 'json_object' } });
    expect(JSON.parse(choice?.message.content ?? '')).toEqual({ name: 'Jason', age: 25 });
  });

  it('draws the values of a schema from what tools have told', async () => {
    const call = {
      id: 'a',
      type: 'function',
      function: { name: 'get_weather', arguments: '{"location":"Paris"}' },
    };
    const messages = [
      { role: 'user', content: 'weather in Paris' },
      { role: 'assistant', tool_calls: [call] },
      { role: 'tool', tool_call_id: 'a', content: '{"temperature":21,"sky":"clear"}' },
    ];
    const shape = {
      type: 'object',
      properties: { temperature: { type: 'number' }, sky: { type: 'string' } },
      required: ['temperature', 'sky'],
      additionalProperties: false,
    };
    const format = { type: 'json_schema', json_schema: { name: 'w', strict: true, schema: shape } };
    const choice = await reply({ messages, tools: commonTools, response_format: format });
    expect(JSON.parse(choice?.message.content ?? '')).toEqual({ temperature: 21, sky: 'clear' });
  });
});
