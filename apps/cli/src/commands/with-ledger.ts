import type { Ledger } from '@farebox/cost';
import type { Io } from '../io/io.js';
import { openLedger } from '../state/open-ledger.js';

/** Reads or prunes the receipts of this user, and lets go of the ledger whatever happens. */
export async function withLedger<T>(io: Io, work: (ledger: Ledger) => Promise<T>): Promise<T> {
  const ledger = await openLedger(io, { forReport: true });
  try {
    return await work(ledger);
  } finally {
    await ledger.close();
  }
}
