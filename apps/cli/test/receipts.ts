import { join } from 'node:path';
import { sqliteLedger } from '@farebox/cost/sqlite';
import { type Spent, spendIn } from '../src/fixtures/spent-ledger.js';

/** Makes a folder a state folder of the command, in whose ledger this was spent. */
export async function spendInFolder(folder: string, spendings: readonly Spent[]): Promise<void> {
  let at = 0;
  const ledger = sqliteLedger({ file: join(folder, 'ledger.db'), now: () => at });
  await spendIn(ledger, spendings, (time) => {
    at = time;
  });
  await ledger.close();
}
