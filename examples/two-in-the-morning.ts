// A rate limit, a failure and a stall: one call gets through them, and every attempt leaves a receipt.
import { ChatClient } from '@farebox/chat';
import { formatUsd } from '@farebox/core';
import { simulate } from '@farebox/simulator';

const simulator = simulate({
  seed: 1,
  faults: [{ fault: 'rate-limit', retryAfterMs: 300 }, 'server-error', { fault: 'silent' }, 'ok'],
});
const client = new ChatClient({
  model: 'gpt-4o-mini',
  max_completion_tokens: 500,
  retry: { retries: 4 },
  clocks: { firstChunkMs: 200 }, // so that the example does not wait a minute for a silent server
  observe: (event) => {
    if (event.type === 'wait') console.log(`attempt ${event.attempt}: ${event.error.message}`);
  },
  fetch: simulator.fetch,
});

const answer = await client.ask('Explain a for loop in two lines');
console.log(answer.text);
for (const { attempt, outcome, cost } of answer.receipts) {
  const amount = cost.known === 'unknown' ? '?' : formatUsd(cost.amount);
  console.log(`attempt ${attempt}: ${outcome}, $${amount} (${cost.known})`);
}
