import type { Io } from '../io/io.js';
import { print } from '../io/print.js';
import { budgetOwner, type OwnerOptions } from '../options/budget-key.js';
import { ownerName } from '../report/budget-name.js';
import { scopeIdOf } from '../state/budget.js';
import { withLedger } from './with-ledger.js';

/**
 * Opens every budget of an owner that an overrun has closed.
 *
 * @throws {ChatError} `configuration` for options that contradict each other; `store` when the ledger fails.
 */
export async function budgetReopen(options: OwnerOptions, io: Io): Promise<number> {
  const owner = budgetOwner(options, io);
  await withLedger(io, (ledger) => ledger.reopen(scopeIdOf(owner)));
  await print(io.stdout, `${ownerName(owner) || 'your own budgets'}: open`);
  return 0;
}
