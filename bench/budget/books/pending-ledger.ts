import type { Ledger } from '@farebox/cost';

/** Counts what a ledger has been asked and has not answered: time stands still meanwhile. */
export function pendingLedger(ledger: Ledger): {
  readonly ledger: Ledger;
  readonly pending: () => number;
} {
  let pending = 0;
  const counted = async <T>(answer: Promise<T>): Promise<T> => {
    pending++;
    try {
      return await answer;
    } finally {
      pending--;
    }
  };
  return {
    pending: () => pending,
    ledger: {
      ...ledger,
      reserve: (reservation) => counted(ledger.reserve(reservation)),
      settle: (id, settlement) => counted(ledger.settle(id, settlement)),
      release: (id, refusal) => counted(ledger.release(id, refusal)),
    },
  };
}
