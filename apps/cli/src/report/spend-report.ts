import type { Spend, SpendGroup } from '@farebox/cost';
import type { AskedReceipts, ReceiptOptions } from '../options/receipt-options.js';

/** What was spent, by groups and in total. */
export interface SpendReport {
  readonly by: SpendGroup;
  readonly asked: AskedReceipts;
  readonly options: ReceiptOptions;
  readonly groups: readonly Spend[];
  /** Of all receipts asked for, each counted once. */
  readonly total: Spend;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** How reports call what they are summed by. */
export function groupName(by: SpendGroup): string {
  return typeof by === 'object' ? by.tag : by;
}

/** The sum of groups that have no receipt in common. */
export function sumOf(groups: readonly Spend[]): Spend {
  return groups.reduce(
    (sum, group) => ({
      key: sum.key,
      attempts: sum.attempts + group.attempts,
      amount: sum.amount + group.amount,
      bounded: sum.bounded + group.bounded,
      unknown: sum.unknown + group.unknown,
      inputTokens: sum.inputTokens + group.inputTokens,
      outputTokens: sum.outputTokens + group.outputTokens,
    }),
    nothingSpent('total'),
  );
}

/** A group without receipts. */
export function nothingSpent(key: string): Spend {
  return {
    key,
    attempts: 0,
    amount: 0n,
    bounded: 0n,
    unknown: 0,
    inputTokens: 0,
    outputTokens: 0,
  };
}
