import { checkBackoffDelays } from './backoff-delays-checks.js';
import { checkCalculateCost } from './calculate-cost-checks.js';
import type { CheckResult } from './check.js';
import { checkFormatMessages } from './format-messages-checks.js';

const checkers: Readonly<Record<string, (answer: unknown) => readonly CheckResult[]>> = {
  formatMessages: checkFormatMessages,
  backoffDelays: checkBackoffDelays,
  calculateCost: checkCalculateCost,
};

/**
 * Runs the checks of an exercise where the reader's code runs, and writes down what came of them.
 *
 * @returns JSON: it leaves the cell as the result of its last line.
 */
export function checkAnswer(name: string, answer: unknown): string {
  return JSON.stringify(checkers[name]?.(answer) ?? []);
}
