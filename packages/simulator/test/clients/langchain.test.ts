import { HumanMessage, ToolMessage } from '@langchain/core/messages';
import { tool } from '@langchain/core/tools';
import { ChatOpenAI } from '@langchain/openai';
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

/** Its own types lose the field where a message may be of several kinds. */
const totalTokens = (message: object) =>
  (message as { usage_metadata?: { total_tokens: number } }).usage_metadata?.total_tokens;

describe('LangChain', () => {
  const served = servedForClients();
  let chat: ChatOpenAI;
  beforeAll(() => {
    chat = new ChatOpenAI({
      model,
      apiKey: key,
      maxRetries: 0,
      configuration: { baseURL: served.url() },
    });
  });

  it('chats', async () => {
    const reply = await chat.invoke(forLoop);
    expect(reply.text).toContain('loop');
    expect(totalTokens(reply)).toBeGreaterThan(20);
  });

  it('streams, with usage', async () => {
    let text = '';
    let total = 0;
    for await (const chunk of await chat.stream(forLoop)) {
      text += chunk.text;
      total = totalTokens(chunk) ?? total;
    }
    expect(text).toContain('loop');
    expect(total).toBeGreaterThan(20);
  });

  it.each(['jsonSchema', 'functionCalling'] as const)(
    'gets structured output by %s',
    async (method) => {
      const schema = z.object({ name: z.string(), age: z.int() });
      const structured = chat.withStructuredOutput(schema, { name: 'person', method });
      expect(await structured.invoke(personPrompt)).toEqual(person);
    },
  );

  it('runs a tool loop to its answer', async () => {
    const getWeather = tool(async (input: { city: string }) => weather.answer(input), {
      name: 'get_weather',
      description: weather.description,
      schema: z.object({ city: z.string().describe('The name of the city') }),
    });
    const withTools = chat.bindTools([getWeather]);
    const asked = new HumanMessage(weatherQuestion);
    const calling = await withTools.invoke([asked]);
    const [call] = calling.tool_calls ?? [];
    expect(call).toMatchObject({ name: 'get_weather', args: { city: 'Paris' } });
    const result = new ToolMessage({
      tool_call_id: call?.id ?? '',
      content: JSON.stringify(weather.answer({ city: 'Paris' })),
    });
    expect((await withTools.invoke([asked, calling, result])).text).toMatch(/21/);
  });
});
