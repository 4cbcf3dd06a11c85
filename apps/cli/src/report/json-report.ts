import type { Answer } from '@farebox/chat';
import { totalCost } from '@farebox/cost';
import { jsonText } from './json-text.js';

/**
 * The one object that `--json` prints: the answer, and what is known of the call.
 *
 * `cost` is exact, in picodollars as text, because JSON numbers are floats; null where it is unknown.
 * Control characters are escaped, so that the object is safe on a terminal, too.
 */
export function jsonReport(answer: Answer, simulated: boolean): string {
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
  };
  return jsonText(report);
}
