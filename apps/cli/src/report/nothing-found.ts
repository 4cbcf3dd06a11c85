import { nearestNames } from '@farebox/core';
import type { Ledger } from '@farebox/cost';
import type { ReceiptOptions } from '../options/receipt-options.js';
import { oneLine } from '../terminal/one-line.js';

/**
 * What is said where no receipt is as asked for. Who asks for a model may not know the name with which it
 * answers, as `gpt-4o-mini-2024-07-18`: then the names most like it are told.
 */
export async function nothingFound(options: ReceiptOptions, ledger: Ledger): Promise<string> {
  const { from, to, model, session, tag } = options;
  if ([from, to, model, session, tag].every((option) => option === undefined)) {
    return 'There are no receipts yet: each attempt of a call leaves one.';
  }
  const none = 'No receipt is like that.';
  if (model === undefined) return none;
  const names = (await ledger.spend({ by: 'model' })).map(({ key }) => key);
  const nearest = nearestNames(model, names).filter((name) => name !== model);
  if (nearest.length === 0) return none;
  return `${none} A receipt has the model that answered, such as ${nearest.map(oneLine).join(', ')}.`;
}
