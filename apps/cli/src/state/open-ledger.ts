import { join } from 'node:path';
import type { Ledger } from '@farebox/cost';
import type { Io } from '../io/io.js';

export interface OpenLedgerOptions {
  /** For a report: where nothing was ever recorded it is empty, and no file is made. Default false. */
  readonly forReport?: boolean | undefined;
}

/**
 * The ledger of this user, in which real money is counted; close it before the process ends.
 *
 * The file is opened at the first use, so that for a call what is wrong with it is an error before
 * anything is sent. Also a report opens it for writing: what killed processes left is to be shown as it
 * counts, and SQLite cannot share a file that it may not write.
 *
 * @throws {ChatError} `store` from the ledger's methods, with the file and the fix; from here
 * `no-sqlite`, where this Node has none.
 */
export async function openLedger(io: Io, options: OpenLedgerOptions = {}): Promise<Ledger> {
  const { forReport = false } = options;
  return io.openLedgerFile({ file: ledgerPath(io), forReport, now: () => io.clock.now() });
}

/** Where the file of the ledger is, or will be. */
export function ledgerPath(io: Io): string {
  return join(io.stateFolder(), 'ledger.db');
}
