import type { Fares } from './fare-box.js';

/** Parts of the bar's length, from 0 to 1; together they are never more than 1. */
export interface BarShares {
  readonly spent: number;
  readonly reserved: number;
}

/** How far the bar is filled. A limit of 0 is a full bar: nothing fits. */
export function barShares({ limit, spent, reserved }: Fares): BarShares {
  if (limit <= 0n) return { spent: 1, reserved: 0 };
  const spentShare = share(spent, limit);
  return { spent: spentShare, reserved: Math.min(share(reserved, limit), 1 - spentShare) };
}

function share(part: bigint, whole: bigint): number {
  return Math.min(1, Number((part * 1_000_000n) / whole) / 1_000_000);
}
