import { amountOf, type Receipt } from '../receipt.js';
import type { Spend } from '../receipt-query.js';
import { usageCounts } from '../usage-counts.js';

export const noSpend: Omit<Spend, 'key'> = {
  attempts: 0,
  amount: 0n,
  bounded: 0n,
  unknown: 0,
  inputTokens: 0,
  outputTokens: 0,
};

/** One more receipt in a group. */
export function addToSpend(spend: Spend, { cost, usage }: Receipt): Spend {
  const { inputTokens, outputTokens } = usageCounts(usage);
  return {
    key: spend.key,
    attempts: spend.attempts + 1,
    amount: spend.amount + amountOf(cost),
    bounded: spend.bounded + (cost.known === 'bounded' ? cost.amount : 0n),
    unknown: spend.unknown + (cost.known === 'unknown' ? 1 : 0),
    inputTokens: spend.inputTokens + inputTokens,
    outputTokens: spend.outputTokens + outputTokens,
  };
}
