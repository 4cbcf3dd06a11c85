import { clocks, deadline, retry } from '@farebox/client';
import { stack } from '@farebox/core';
import { budgetScope, memoryLedger, meter, scope } from '@farebox/cost';

/** @satisfies {import('@farebox/core').ChatRequest & import('openai').OpenAI.ChatCompletionCreateParams} */
export const request = {
  model: 'gpt-4o-mini',
  messages: [{ role: /** @type {const} */ ('user'), content: 'Hello' }],
  // More than any stream here has: usage above the reservation would close the budget.
  max_completion_tokens: 10_000_000,
};

/**
 * The layers that `ChatClient` puts around a transport, none left out: a deadline, a budget, retries,
 * a meter that leaves receipts in a ledger, and the clocks of an attempt.
 */
export function everythingOn(/** @type {import('@farebox/core').Call} */ transport) {
  /** @type {import('@farebox/cost').Receipt[]} */
  const receipts = [];
  const metered = meter({
    ledger: memoryLedger(),
    onReceipt: (receipt) => receipts.push(receipt),
  });
  const budget = scope({ id: 'bench', limitUsd: '1000000' });
  const layers = stack(deadline(), budgetScope(budget), retry(), metered, clocks());
  return { call: layers(transport), receipts };
}
