import type { Answer } from '@farebox/chat';
import { formatUsd } from '@farebox/core';
import { totalCost } from '@farebox/cost';
import type { AfterCall } from '../state/remaining.js';
import { budgetName } from './budget-name.js';
import { jsonText } from './json-text.js';

/** What is known of a call beside its answer. */
export interface CallFacts extends Pick<AfterCall, 'tightest'> {
  readonly simulated: boolean;
}

/**
 * An answer as an object for JSON: the answer, the call, and what it cost.
 *
 * Money is text, because JSON numbers are floats: `cost` in picodollars, `costUsd` in dollars; null where it is unknown.
 */
export function answerJson(answer: Answer<unknown>, { simulated, tightest }: CallFacts) {
  const { text, finishReason, truncated, usage, cost, model, attempts } = answer;
  return {
    text,
    // Only of a call with a schema: null is a value as well.
    ...(answer.value !== undefined && { value: answer.value }),
    finishReason,
    truncated,
    model,
    simulated,
    attempts,
    requestId: answer.requestId ?? null,
    usage,
    costUsd: cost === undefined ? null : formatUsd(cost),
    cost: cost?.toString() ?? null,
    costKnown: totalCost(answer.receipts).known,
    budget: tightest === undefined ? null : budgetJson(tightest),
  };
}

/** The one line that `--json` prints. Control characters are escaped, so that it is safe on a terminal, too. */
export function jsonReport(answer: Answer<unknown>, facts: CallFacts): string {
  return jsonText(answerJson(answer, facts));
}

/** The tightest budget after the call; its money is null where the ledger cannot say. */
function budgetJson(tightest: Exclude<AfterCall['tightest'], undefined>) {
  if (tightest === 'unknown')
    return { name: null, remaining: null, remainingUsd: null, closed: null };
  const { budget, remaining, closed } = tightest;
  const name = budgetName(budget);
  return { name, remaining: remaining.toString(), remainingUsd: formatUsd(remaining), closed };
}
