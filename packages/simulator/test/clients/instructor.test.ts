import createInstructor from '@instructor-ai/instructor';
import OpenAI from 'openai';
import { describe, expect, it } from 'vitest';
import { z } from 'zod/v3';
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

describe('Instructor', () => {
  const served = servedForClients();
  const instructor = (mode: 'TOOLS' | 'JSON' | 'MD_JSON') =>
    createInstructor({
      client: new OpenAI({ apiKey: key, baseURL: served.url(), maxRetries: 0 }),
      mode,
    });
  const schema = z.object({ name: z.string(), age: z.number().int() });
  const messages = [{ role: 'user' as const, content: personPrompt }];

  it('chats, and streams', async () => {
    const client = instructor('TOOLS');
    const asked = [{ role: 'user' as const, content: forLoop }];
    const completion = await client.chat.completions.create({ model, messages: asked });
    expect(completion.choices[0]?.message.content).toContain('loop');
    let text = '';
    const stream = await client.chat.completions.create({ model, messages: asked, stream: true });
    for await (const chunk of stream) text += chunk.choices[0]?.delta.content ?? '';
    expect(text).toContain('loop');
  });

  it.each(['TOOLS', 'JSON', 'MD_JSON'] as const)('extracts a person in mode %s', async (mode) => {
    const found = await instructor(mode).chat.completions.create({
      model,
      messages,
      response_model: { schema, name: 'Person' },
    });
    expect(found).toMatchObject(person);
  });

  it('passes a tool loop on to its answer', async () => {
    const client = instructor('TOOLS');
    const { description, parameters } = weather;
    const tool = {
      type: 'function' as const,
      function: { name: 'get_weather', description, parameters },
    };
    const asked: OpenAI.ChatCompletionMessageParam[] = [{ role: 'user', content: weatherQuestion }];
    const ask = () => client.chat.completions.create({ model, messages: asked, tools: [tool] });
    const message = (await ask()).choices[0]?.message;
    const call = message?.tool_calls?.[0];
    if (message === undefined || call?.type !== 'function') throw new Error('no tool was called');
    expect(JSON.parse(call.function.arguments)).toEqual({ city: 'Paris' });
    const content = JSON.stringify(weather.answer({ city: 'Paris' }));
    asked.push(message, { role: 'tool', tool_call_id: call.id, content });
    expect((await ask()).choices[0]?.message.content).toMatch(/21/);
  });

  it('streams a person that grows', async () => {
    const stream = await instructor('TOOLS').chat.completions.create({
      model,
      messages,
      response_model: { schema, name: 'Person' },
      stream: true,
    });
    let last: unknown;
    for await (const partial of stream) last = partial;
    expect(last).toMatchObject(person);
  });
});
