import { parseUsd } from '@farebox/core';
import { memoryLedger, type Receipt } from '@farebox/cost';
import { useEffect, useMemo, useState } from 'react';
import { type FareBox, type Fares, openFareBox } from './fare-box.js';

export interface FareBoxControls {
  readonly fareBox: FareBox;
  readonly fares: Fares;
  /** Of all calls since the box was emptied, oldest first. */
  readonly receipts: readonly Receipt[];
  readonly limitUsd: string;
  /** Begins again with an empty ledger. */
  readonly empty: () => void;
}

/** The page's money under a limit; when the limit changes, what was spent stays spent. */
export function useFareBox(limitUsd: string): FareBoxControls {
  const [ledger, setLedger] = useState(() => memoryLedger());
  const [fares, setFares] = useState<Fares>({
    limit: parseUsd(limitUsd),
    spent: 0n,
    reserved: 0n,
  });
  const [receipts, setReceipts] = useState<readonly Receipt[]>([]);
  const fareBox = useMemo(() => openFareBox(limitUsd, setFares, ledger), [limitUsd, ledger]);
  useEffect(() => {
    void fareBox.fares().then(setFares);
  }, [fareBox]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the fares change, so may the receipts
  useEffect(() => {
    void fareBox.ledger.receipts().then(setReceipts);
  }, [fareBox, fares]);
  const empty = () => setLedger(memoryLedger());
  return { fareBox, fares, receipts, limitUsd, empty };
}
