import { deepStrictEqual } from 'node:assert/strict';
import type { Ledger } from '../ledger.js';
import type { CheckedLedger } from '../store/checked-ledger.js';

/** A fresh, empty store, as the author of a store makes it for each check. */
export interface StoreUnderTest {
  /** Opens it for one more holder. A store that lives in one process may hand out the same ledger again. */
  open(): Promise<Ledger>;
  /**
   * Ends a holder as a killed process ends: it says nothing, and its lease is over. Left out where the
   * store ends with its process; then what is about dead holders is not checked.
   */
  kill?(ledger: Ledger): Promise<void>;
  /** Called once at the end, after every ledger was closed or killed. */
  remove?(): Promise<void>;
}

export interface ConformanceOptions {
  /** Makes a fresh store. Its ledgers take windows and the times of receipts from `now`. */
  createStore(options: { readonly now: () => number }): Promise<StoreUnderTest>;
  /** How many random histories are run. Default 1,000. */
  readonly histories?: number | undefined;
  /** Where their randomness begins. Default 1. */
  readonly seed?: number | undefined;
}

/** One thing that every store must do, for whatever runs your tests. */
export interface ConformanceCheck {
  readonly name: string;
  /** Rejects with what is wrong. */
  run(): Promise<void>;
}

/** What a check has at hand. */
export interface Bench {
  /** The first holder. */
  readonly ledger: Ledger;
  /** Another holder on the same store. */
  openAnother(): Promise<Ledger>;
  kill(ledger: Ledger): Promise<void>;
  /** The time of the store's ledgers, to be set. */
  clock: { now: number };
}

export interface LedgerCheck {
  readonly name: string;
  /** Only for stores whose holders can die. */
  readonly needsKill?: boolean;
  readonly check: (bench: Bench) => Promise<void>;
}

const start = Date.UTC(2026, 10, 28, 12);

/** Runs one check on a store of its own, has the store check itself if it can, and cleans up. */
export async function runOnStore(
  { createStore }: Pick<ConformanceOptions, 'createStore'>,
  check: LedgerCheck['check'],
): Promise<void> {
  const clock = { now: start };
  const store = await createStore({ now: () => clock.now });
  const open = new Set<Ledger>();
  const openAnother = async () => {
    const ledger = await store.open();
    open.add(ledger);
    return ledger;
  };
  const kill = async (ledger: Ledger) => {
    open.delete(ledger);
    await store.kill?.(ledger);
  };
  try {
    const ledger: Partial<CheckedLedger> & Ledger = await openAnother();
    await check({ ledger, openAnother, kill, clock });
    deepStrictEqual((await ledger.check?.()) ?? [], [], 'the books are wrong afterwards');
  } finally {
    for (const ledger of open) await ledger.close();
    await store.remove?.();
  }
}
