import { ChatClient } from '@farebox/chat';
import { virtualClock } from '@farebox/core/testing';
import type { FaultStep } from '@farebox/simulator';
import { simulate } from '@farebox/simulator';
import { expect, it } from 'vitest';

const apiKey = 'sk-billed-of-the-test-000';
const faults: readonly FaultStep[] = [
  'ok',
  'server-error',
  'unavailable',
  'gateway-timeout',
  'rate-limit',
  'html',
  'json-error',
  'json-reply',
  'no-usage',
  'no-done',
  'cut',
  'reset',
  'stall',
  'silent',
  'error-event',
];

/** One call that two faults befall, read whole or left after its second piece of text. */
async function call(seed: number, steps: readonly FaultStep[], leaves: boolean) {
  const clock = virtualClock({ settle: () => new Promise((resolve) => setImmediate(resolve)) });
  const simulator = simulate({ seed, clock, faults: steps });
  const client = new ChatClient({
    model: 'gpt-4o-mini',
    apiKey,
    fetch: simulator.fetch,
    clock,
    random: () => 0.5,
    budget: '0.10',
  });
  const read = async () => {
    let pieces = 0;
    for await (const _ of client.stream('Explain a for loop')) {
      pieces += 1;
      if (leaves && pieces === 2) break;
    }
  };
  let ended = false;
  const reading = read()
    .catch(() => {})
    .finally(() => {
      ended = true;
    });
  while (!ended) await clock.advance(1_000);
  await reading;
  const { requests, cost } = simulator.books;
  const billedFailures = requests.filter(({ status, cost }) => status >= 500 && cost > 0n).length;
  return { billed: cost, spent: client.spent, attempts: requests.length, billedFailures };
}

it('whatever fails and whoever leaves, the provider never bills more than was counted as spent', {
  timeout: 60_000,
}, async () => {
  // The simulator loads its parts with its first request, which virtual time would not wait for.
  await new ChatClient({ model: 'gpt-4o-mini', apiKey, fetch: simulate().fetch }).ask('Hi');
  let seed = 0;
  let retried = 0;
  let billedFailures = 0;
  for (const first of faults) {
    for (const second of ['ok', 'server-error', 'stall'] as const) {
      for (const leaves of [false, true]) {
        seed += 1;
        const { billed, spent, ...seen } = await call(seed, [first, second], leaves);
        expect([first, second, leaves, spent >= billed]).toEqual([first, second, leaves, true]);
        expect(spent).toBeLessThanOrEqual(100_000_000_000n);
        retried += seen.attempts - 1;
        billedFailures += seen.billedFailures;
      }
    }
  }
  // Or nothing of it would be proven.
  expect(retried).toBeGreaterThan(30);
  expect(billedFailures).toBeGreaterThan(10);
});
