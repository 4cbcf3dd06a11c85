import type { Answer } from '@farebox/chat';
import { toUsd } from '@farebox/core';
import { totalCost } from '@farebox/cost';
import type { AfterCall } from '../state/remaining.js';
import { budgetName } from './budget-name.js';
import { jsonText } from './json-text.js';

/**
 * The one object that `--json` prints: the answer, and what is known of the call.
 *
 * `cost` is exact, in picodollars as text, because JSON numbers are floats; null where it is unknown.
 * Control characters are escaped, so that the object is safe on a terminal, too.
 */
export function jsonReport(
  answer: Answer,
  { simulated, tightest }: Pick<AfterCall, 'tightest'> & { readonly simulated: boolean },
): string {
  const { text, finishReason, truncated, usage, cost, costUsd, model, attempts } = answer;
  const report = {
    text,
    finishReason,
    truncated,
    usage,
    costUsd: costUsd ?? null,
    cost: cost?.toString() ?? null,
    costKnown: totalCost(answer.receipts).known,
    model,
    attempts,
    requestId: answer.requestId ?? null,
    simulated,
    budget: tightest === undefined ? null : budgetJson(tightest),
  };
  return jsonText(report);
}

/** The tightest budget after the call; its money is null where the ledger cannot say. */
function budgetJson(tightest: Exclude<AfterCall['tightest'], undefined>) {
  if (tightest === 'unknown')
    return { name: null, remaining: null, remainingUsd: null, closed: null };
  const { budget, remaining, closed } = tightest;
  const name = budgetName(budget);
  return { name, remaining: remaining.toString(), remainingUsd: toUsd(remaining), closed };
}
