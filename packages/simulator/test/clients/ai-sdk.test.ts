import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { generateText, isStepCount, Output, streamText, tool } from 'ai';
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

describe('the AI SDK over its OpenAI-compatible provider', () => {
  const served = servedForClients();
  let provider: ReturnType<typeof createOpenAICompatible>;
  beforeAll(() => {
    provider = createOpenAICompatible({
      name: 'simulator',
      apiKey: key,
      baseURL: served.url(),
      includeUsage: true,
      supportsStructuredOutputs: true,
    });
  });
  const settings = () => ({ model: provider(model), maxRetries: 0 });

  it('chats', async () => {
    const { text, usage } = await generateText({ ...settings(), prompt: forLoop });
    expect(text).toContain('loop');
    expect(usage.totalTokens).toBeGreaterThan(20);
  });

  it('streams, with usage', async () => {
    const result = streamText({ ...settings(), prompt: forLoop });
    let text = '';
    for await (const part of result.textStream) text += part;
    expect(text).toContain('loop');
    expect((await result.usage).totalTokens).toBeGreaterThan(20);
    expect(await result.finishReason).toBe('stop');
  });

  it('gets structured output', async () => {
    const { output } = await generateText({
      ...settings(),
      prompt: personPrompt,
      output: Output.object({ schema: z.object({ name: z.string(), age: z.int() }) }),
    });
    expect(output).toEqual(person);
  });

  const tools = {
    get_weather: tool({
      description: weather.description,
      inputSchema: z.object({ city: z.string().describe('The name of the city') }),
      execute: async (input) => weather.answer(input),
    }),
  };

  it('runs a tool loop to its answer', async () => {
    const { text, steps } = await generateText({
      ...settings(),
      prompt: weatherQuestion,
      tools,
      stopWhen: isStepCount(4),
    });
    expect(steps[0]?.toolCalls[0]?.input).toEqual({ city: 'Paris' });
    expect(text).toMatch(/21/);
  });

  it('runs the same tool loop as a stream', async () => {
    const result = streamText({
      ...settings(),
      prompt: weatherQuestion,
      tools,
      stopWhen: isStepCount(4),
    });
    let text = '';
    for await (const part of result.textStream) text += part;
    expect(text).toMatch(/21/);
    expect(await result.steps).toHaveLength(2);
  });
});
