import { formatUsd } from '@farebox/core';
import { type Receipt, totalCost } from '@farebox/cost';

/** What receipts come to. */
export interface ReceiptTotal {
  readonly calls: number;
  readonly attempts: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Dollars as exact decimal text: the part that is known. */
  readonly costUsd: string;
  /** As well as the least known of them. */
  readonly costKnown: Receipt['cost']['known'];
}

/** Tokens are those that providers reported, as `ledger.spend` counts them. */
export function receiptTotal(receipts: readonly Receipt[]): ReceiptTotal {
  const { known, amount } = totalCost(receipts);
  const sum = (of: (receipt: Receipt) => number | undefined) =>
    receipts.reduce((total, receipt) => total + (of(receipt) ?? 0), 0);
  return {
    calls: new Set(receipts.map(({ callId }) => callId)).size,
    attempts: receipts.length,
    inputTokens: sum(({ usage }) => usage?.prompt_tokens),
    outputTokens: sum(({ usage }) => usage?.completion_tokens),
    costUsd: formatUsd(amount),
    costKnown: known,
  };
}
