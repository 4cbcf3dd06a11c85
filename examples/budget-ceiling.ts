// Twenty calls at once against a budget: those that could pass it are refused before they are sent.
import { ChatClient } from '@farebox/chat';
import { isChatError } from '@farebox/core';
import { simulate } from '@farebox/simulator';

const simulator = simulate({ seed: 1 });
const client = new ChatClient({
  model: 'gpt-4o-mini',
  budget: '0.002',
  max_completion_tokens: 500, // the lower the ceiling, the less each call has to reserve
  fetch: simulator.fetch,
});

const calls = Array.from({ length: 20 }, () => client.ask('Explain a for loop'));
const results = await Promise.allSettled(calls);
const refused = results.filter(
  (result) =>
    result.status === 'rejected' && isChatError(result.reason) && result.reason.kind === 'budget',
);

console.log(`${results.length - refused.length} answered, ${refused.length} refused`);
console.log(`the provider saw ${simulator.books.requests.length} requests`);
console.log(`spent $${client.spentUsd}, and the provider bills $${simulator.books.costUsd}`);
console.log('the budget held:', simulator.books.costUsd <= 0.002);
