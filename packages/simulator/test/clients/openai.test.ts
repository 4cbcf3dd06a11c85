import OpenAI from 'openai';
import { zodResponseFormat } from 'openai/helpers/zod';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  forLoop,
  key,
  model,
  person,
  personPrompt,
  servedForClients,
  weather,
  weatherQuestion,
} from './served.js';

describe('the official openai client', () => {
  const served = servedForClients();
  let client: OpenAI;
  beforeAll(() => {
    client = new OpenAI({ apiKey: key, baseURL: served.url(), maxRetries: 0 });
  });
  const messages = [{ role: 'user' as const, content: forLoop }];

  it('chats', async () => {
    const completion = await client.chat.completions.create({ model, messages });
    expect(completion.choices[0]?.message.content).toContain('loop');
    expect(completion.usage?.total_tokens).toBeGreaterThan(20);
  });

  it('streams, with usage', async () => {
    const stream = await client.chat.completions.create({
      model,
      messages,
      stream: true,
      stream_options: { include_usage: true },
    });
    let text = '';
    let total = 0;
    for await (const chunk of stream) {
      text += chunk.choices[0]?.delta.content ?? '';
      total = chunk.usage?.total_tokens ?? total;
    }
    expect(text).toContain('loop');
    expect(total).toBeGreaterThan(20);
  });

  it('collects a stream with its helper', async () => {
    const stream = client.chat.completions.stream({ model, messages });
    expect((await stream.finalChatCompletion()).choices[0]?.finish_reason).toBe('stop');
  });

  it('parses structured output', async () => {
    const schema = z.object({ name: z.string(), age: z.int() });
    const completion = await client.chat.completions.parse({
      model,
      messages: [{ role: 'user', content: personPrompt }],
      response_format: zodResponseFormat(schema, 'person'),
    });
    expect(completion.choices[0]?.message.parsed).toEqual(person);
  });

  it('runs a tool loop to its answer', async () => {
    const called: string[] = [];
    const runner = client.chat.completions.runTools({
      model,
      messages: [{ role: 'user', content: weatherQuestion }],
      tools: [
        {
          type: 'function',
          function: {
            name: 'get_weather',
            description: weather.description,
            parameters: weather.parameters,
            parse: JSON.parse,
            function: (input: { city: string }) => {
              called.push(input.city);
              return JSON.stringify(weather.answer(input));
            },
          },
        },
      ],
    });
    expect(await runner.finalContent()).toMatch(/21/);
    expect(called).toEqual(['Paris']);
  });

  it('reads log probabilities and several choices', async () => {
    const completion = await client.chat.completions.create({
      model,
      messages,
      n: 2,
      logprobs: true,
      top_logprobs: 2,
    });
    for (const { logprobs, message } of completion.choices) {
      expect(logprobs?.content?.map(({ token }) => token).join('')).toBe(message.content);
    }
  });

  it('gets its own error classes', async () => {
    const wrong = new OpenAI({ apiKey: 'sk-wrong', baseURL: served.url(), maxRetries: 0 });
    await expect(wrong.models.list()).rejects.toBeInstanceOf(OpenAI.AuthenticationError);
    const asking = client.chat.completions.create({ model, messages, temperature: 99 });
    await expect(asking).rejects.toMatchObject({
      status: 400,
      param: 'temperature',
      code: 'decimal_above_max_value',
    });
    const unknown = client.chat.completions.create({ model: 'gpt-99', messages });
    await expect(unknown).rejects.toBeInstanceOf(OpenAI.NotFoundError);
  });

  it('lists models', async () => {
    const { data } = await client.models.list();
    expect(data.map(({ id }) => id)).toContain(model);
    expect((await client.models.retrieve(model)).object).toBe('model');
  });
});
