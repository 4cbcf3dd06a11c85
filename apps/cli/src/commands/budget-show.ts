import type { Io } from '../io/io.js';
import { print } from '../io/print.js';
import { printLines } from '../io/print-lines.js';
import { budgetLines, budgetsJson, type ShownBudget } from '../report/budget-report.js';
import { jsonText } from '../report/json-text.js';
import { budgetScope } from '../state/budget.js';
import { BudgetFiles } from '../state/budget-files.js';
import { inOrder } from '../state/budgets-of-call.js';
import { stateOf } from '../state/remaining.js';
import type { AppearanceOptions } from '../terminal/appearance.js';
import { withLedger } from './with-ledger.js';

export interface ShowOptions extends AppearanceOptions {
  readonly json?: boolean;
  /** How this one stands where each session has a limit. */
  readonly session?: string;
}

/**
 * Prints every budget that is set, here or elsewhere, with its state in this moment.
 *
 * @throws {ChatError} `store` when a budget or the ledger cannot be read.
 */
export async function budgetShow(options: ShowOptions, io: Io): Promise<number> {
  const { json, session } = options;
  const budgets = inOrder(new BudgetFiles(io.stateFolder()).all());
  const shown = await withLedger(io, async (ledger) => {
    const states: ShownBudget[] = [];
    for (const budget of budgets) {
      const scope = budgetScope(budget, session);
      states.push({ budget, state: await stateOf({ budget, scope }, ledger) });
    }
    return states;
  });
  const at = io.clock.now();
  if (json) await print(io.stdout, jsonText(budgetsJson(shown, at)));
  else await printLines(budgetLines(shown, at, io.stdout.columns), options, io);
  return 0;
}
