import { clockChecks } from './clock-checks.js';
import { contentChecks } from './content-checks.js';
import {
  type ConformanceCheck,
  type ConformanceOptions,
  type LedgerCheck,
  runOnStore,
} from './harness.js';
import { historyCheck } from './history/history-check.js';
import { holderChecks } from './holder-checks.js';
import { raceChecks } from './race-checks.js';
import { receiptChecks } from './receipt-checks.js';
import { reservationChecks } from './reservation-checks.js';
import { windowChecks } from './window-checks.js';

/**
 * Everything that a {@link Ledger} must do, as checks for whatever runs your tests.
 *
 * Each check opens a store of its own and rejects with what is wrong; a random history that fails is
 * shrunk first. Nothing is skipped in silence: a store without `kill` has no checks about dead holders.
 *
 * @param canKill whether `createStore` makes stores with `kill`.
 * @example
 * for (const { name, run } of ledgerConformance({ createStore })) test(name, run); // vitest, node:test, bun
 */
export function ledgerConformance(
  options: ConformanceOptions & { readonly canKill?: boolean | undefined },
): readonly ConformanceCheck[] {
  const { canKill = false } = options;
  const checks: LedgerCheck[] = [
    ...reservationChecks,
    ...raceChecks,
    ...windowChecks,
    ...clockChecks,
    ...receiptChecks,
    ...contentChecks,
    ...holderChecks,
    historyCheck(options, canKill),
  ];
  return checks
    .filter(({ needsKill = false }) => canKill || !needsKill)
    .map(({ name, check }) => ({ name, run: () => runOnStore(options, check) }));
}
