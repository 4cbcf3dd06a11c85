// Two tools that run here: the model asks for them, side by side, and answers from what they say.
import { ChatClient, defineTool, ToolError } from '@farebox/chat';
import { formatUsd } from '@farebox/core';
import { simulate } from '@farebox/simulator';

const degrees: Readonly<Record<string, number>> = { Oslo: 4, Rome: 21 };

const weather = defineTool({
  name: 'get_weather',
  description: 'The weather in a city now, in degrees Celsius.',
  // Or a schema of zod: z.object({ city: z.string() }). Then what the model writes is checked, and `city` has a type.
  parameters: {
    type: 'object',
    properties: { city: { type: 'string' } },
    required: ['city'],
    additionalProperties: false,
  },
  run: async ({ city }) => {
    const celsius = degrees[String(city)];
    if (celsius === undefined) throw new ToolError(`There is no station in ${city}.`);
    return { city, celsius };
  },
});

const simulator = simulate({ seed: 1 });
const client = new ChatClient({
  model: 'gpt-4o-mini',
  budget: '0.50',
  tools: [weather],
  toolLoop: { maxTurns: 4 },
  observe: (event) => {
    if (event.type === 'tool-end') console.log(`${event.name}: ${event.failure ?? 'a result'}`);
  },
  fetch: simulator.fetch,
});

for (const question of [
  'What is the weather in Oslo and in Rome?',
  'What is the weather in Atlantis?',
]) {
  const stream = client.stream(question);
  for await (const text of stream) process.stdout.write(text);
  const { stopped, receipts, cost } = await stream.answer;
  console.log(
    `\n${stopped} after ${receipts.length} calls, $${cost === undefined ? '?' : formatUsd(cost)}`,
  );
}
console.log(`the provider bills the same: ${simulator.books.cost === client.spent}`);
