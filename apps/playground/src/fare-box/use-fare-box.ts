import { parseUsd } from '@farebox/core';
import { type Ledger, memoryLedger, type Receipt } from '@farebox/cost';
import { useEffect, useMemo, useReducer, useRef, useState } from 'react';
import { type FareBox, type Fares, openFareBox } from './fare-box.js';

/** Where a ledger is kept that outlives what shows it. */
export interface LedgerPlace {
  current: Ledger;
}

export interface FareBoxControls {
  readonly fareBox: FareBox;
  readonly fares: Fares;
  /** Of all calls since the box was emptied, oldest first. */
  readonly receipts: readonly Receipt[];
  readonly limitUsd: string;
  /** Begins again with an empty ledger. */
  readonly empty: () => void;
}

/**
 * The page's money under a limit; when the limit changes, what was spent stays spent.
 *
 * @param given Where the ledger is kept; default: it goes with the component.
 */
export function useFareBox(limitUsd: string, given?: LedgerPlace): FareBoxControls {
  const [own] = useState((): LedgerPlace => ({ current: memoryLedger() }));
  const place = given ?? own;
  const ledger = place.current;
  const newest = useRef(ledger);
  newest.current = ledger;
  const [, showAnew] = useReducer((times: number) => times + 1, 0);
  const [fares, setFares] = useState<Fares>({
    limit: parseUsd(limitUsd),
    spent: 0n,
    reserved: 0n,
  });
  const [receipts, setReceipts] = useState<readonly Receipt[]>([]);
  const fareBox = useMemo(() => {
    // A call that was under way when the ledger was left for another settles in its own, and is not shown.
    const tell = (next: Fares) => newest.current === ledger && setFares(next);
    return openFareBox(limitUsd, tell, ledger);
  }, [limitUsd, ledger]);
  useEffect(() => {
    let isOld = false;
    void fareBox.fares().then((next) => isOld || setFares(next));
    return () => {
      isOld = true;
    };
  }, [fareBox]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the fares change, so may the receipts
  useEffect(() => {
    let isOld = false;
    void fareBox.ledger.receipts().then((next) => isOld || setReceipts(next));
    return () => {
      isOld = true;
    };
  }, [fareBox, fares]);
  const empty = () => {
    place.current = memoryLedger();
    newest.current = place.current;
    showAnew();
  };
  return { fareBox, fares, receipts, limitUsd, empty };
}
