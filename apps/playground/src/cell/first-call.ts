/** The crash course's first call: create a client, make a request, print the result. */
export const firstCall = `import { ChatClient } from '@farebox/chat';

// In a cell, fetch reaches the simulator and nothing else.
// Leave it out, set OPENAI_API_KEY, and the same code talks to OpenAI.
const client = new ChatClient({ model: 'gpt-4o-mini', budget: '0.05', fetch });

const answer = await client.ask('What is an API? Answer in two sentences.');

console.log(answer.text);
console.log('It cost', answer.costUsd, 'dollars.');

answer.usage;
`;
