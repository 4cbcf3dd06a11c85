import { ChatError } from '@farebox/core';

/** Refuses what is no amount, which types cannot where the caller is JavaScript. */
export function checkAmount(name: string, amount: bigint): void {
  if (typeof amount === 'bigint' && amount >= 0n) return;
  throw new ChatError({
    kind: 'configuration',
    message: `${name} must be picodollars as a bigint of 0 or more, and is ${String(amount)}.`,
    fix: "Write amounts with parseUsd('0.10').",
  });
}
