import type { Clock } from '@farebox/core';
import { amountOf, type Ledger, memoryLedger, type Receipt, type Reservation } from '@farebox/cost';
import type { PlannedLedger } from '../scenario/scenario.ts';

/** A ledger that answers late, and whose every movement is written down beside it. */
export interface TrackedLedger extends Ledger {
  readonly reserved: readonly Reservation[];
  /** As handed out, in order: settling twice hands out twice. */
  readonly settled: readonly Receipt[];
  /** What a scope holds by what was written down. */
  held(scopeId: string): { readonly settled: bigint; readonly reserved: bigint };
}

/** Opens the store behind it, whose time is that of the world. */
export type OpenStore = (now: () => number) => Ledger;

export function trackedLedger(
  plan: PlannedLedger,
  clock: Clock,
  note: (what: string) => void,
  openStore: OpenStore = (now) => memoryLedger({ now }),
): TrackedLedger {
  const ledger = openStore(() => clock.now());
  const reserved: Reservation[] = [];
  const settled: Receipt[] = [];
  const pause = (ms: number) =>
    ms === 0 ? undefined : new Promise<void>((resolve) => void clock.after(ms, resolve));

  const resolve = async (write: () => Promise<Receipt>) => {
    await pause(plan.settleMs);
    const receipt = await write();
    settled.push(receipt);
    const { id, outcome, cost } = receipt;
    note(`settled ${id} ${outcome} ${cost.known} ${amountOf(cost)}`);
    await pause(plan.settleMs);
    return receipt;
  };

  return {
    ...ledger,
    reserved,
    settled,
    async reserve(reservation) {
      await pause(plan.reserveMs);
      const admission = await ledger.reserve(reservation);
      reserved.push(reservation);
      note(`reserved ${reservation.id} ${reservation.amount}`);
      await pause(plan.reserveMs);
      return admission;
    },
    settle: (id, settlement) => resolve(() => ledger.settle(id, settlement)),
    release: (id, refusal) => resolve(() => ledger.release(id, refusal)),
    held(scopeId) {
      const here = ({ scopes }: Reservation) => scopes.some(({ id }) => id === scopeId);
      const ofScope = reserved.filter(here);
      const receipts = new Map(settled.map((receipt) => [receipt.id, receipt]));
      let sums = { settled: 0n, reserved: 0n };
      for (const { id, amount = 0n } of ofScope) {
        const receipt = receipts.get(id);
        sums =
          receipt === undefined
            ? { ...sums, reserved: sums.reserved + amount }
            : { ...sums, settled: sums.settled + amountOf(receipt.cost) };
      }
      return sums;
    },
  };
}
