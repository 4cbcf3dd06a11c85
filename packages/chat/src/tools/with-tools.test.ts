import { simulate } from '@farebox/simulator';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { ChatClient } from '../chat-client.js';
import { defineTool } from './define-tool.js';

describe('on the simulator', () => {
  const weather = defineTool({
    name: 'get_weather',
    description: 'The weather in a city now.',
    parameters: z.object({ city: z.string() }),
    run: ({ city }) => ({ city, temperature_c: 21, sky: 'clear' }),
  });

  it('a question for a tool is answered with its result, each step with a receipt that the books agree with', async () => {
    const simulator = simulate({ seed: 1 });
    const client = new ChatClient({ model: 'gpt-4o-mini', fetch: simulator.fetch, budget: '0.50' });
    const answer = await client.ask('What is the weather in Oslo?', { tools: [weather] });
    expect(answer.text).toContain('21');
    expect(answer).toMatchObject({ stopped: 'answer', finishReason: 'stop', toolCalls: [] });
    expect(answer.messages.map(({ role }) => role)).toEqual(['assistant', 'tool', 'assistant']);
    expect(new Set(answer.receipts.map(({ callId }) => callId)).size).toBe(1);
    expect(answer.receipts).toHaveLength(2);
    expect(answer.cost).toBe(simulator.books.cost);
    expect(client.spent).toBe(simulator.books.cost);
  });
});
