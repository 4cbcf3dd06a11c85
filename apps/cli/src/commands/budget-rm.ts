import { ChatError } from '@farebox/core';
import type { Io } from '../io/io.js';
import { print } from '../io/print.js';
import { budgetKey, type KeyOptions } from '../options/budget-key.js';
import { budgetName } from '../report/budget-name.js';
import { BudgetFiles } from '../state/budget-files.js';

/**
 * Removes a budget. What was charged to it stays counted, should it be set again.
 *
 * @throws {ChatError} `configuration` when it was not set; `store` when it cannot be removed.
 */
export async function budgetRm(options: KeyOptions, io: Io): Promise<number> {
  const key = budgetKey(options, io);
  if (!new BudgetFiles(io.stateFolder()).remove(key)) {
    throw new ChatError({
      kind: 'configuration',
      message: `There is no budget "${budgetName(key)}".`,
      fix: 'farebox budget show has those that are set; name it with the options it was set with.',
    });
  }
  await print(io.stdout, `${budgetName(key)}: removed`);
  return 0;
}
