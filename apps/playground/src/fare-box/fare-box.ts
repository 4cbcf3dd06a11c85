import type { Picodollars, Scope } from '@farebox/core';
import { type Ledger, memoryLedger, scope } from '@farebox/cost';

/** What the bar shows: `spent + reserved` is never above `limit`. */
export interface Fares {
  readonly limit: Picodollars;
  readonly spent: Picodollars;
  /** Set aside for the call that is under way. */
  readonly reserved: Picodollars;
}

/** The page's money: counted in memory, and gone when the page is closed. */
export interface FareBox {
  /** Hand both to a `ChatClient`. */
  readonly ledger: Ledger;
  readonly scope: Scope;
  fares(): Promise<Fares>;
}

/** The name of the limit in the sentences of a refusal. */
const scopeId = "this page's budget";

/**
 * A budget over a ledger of its own; `onFares` hears of every change, as it happens.
 *
 * @throws {ChatError} `configuration` for a limit that is no amount; its message says how to write one.
 */
export function openFareBox(
  limitUsd: string,
  onFares: (fares: Fares) => void,
  ledger: Ledger = memoryLedger(),
): FareBox {
  const limited = scope({ id: scopeId, limitUsd });
  const fares = async (): Promise<Fares> => {
    const { settled, reserved } = await ledger.balance(scopeId);
    return { limit: limited.limit ?? 0n, spent: settled, reserved };
  };
  const tell = async () => onFares(await fares());
  return {
    scope: limited,
    fares,
    ledger: {
      ...ledger,
      async reserve(reservation) {
        const admission = await ledger.reserve(reservation);
        await tell();
        return admission;
      },
      async settle(id, settlement) {
        const receipt = await ledger.settle(id, settlement);
        await tell();
        return receipt;
      },
      async release(id, refusal) {
        const receipt = await ledger.release(id, refusal);
        await tell();
        return receipt;
      },
    },
  };
}
