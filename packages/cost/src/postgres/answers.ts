import type { Picodollars } from '@farebox/core';
import type { Admission } from '../ledger.js';
import type { Receipt, Settlement } from '../receipt.js';
import { noRoom, scopeClosed } from '../store/budget-errors.js';
import { holdFromText } from '../store/hold-text.js';
import { neverReserved, resolvedAlready } from '../store/store-errors.js';
import { toReceipt } from '../store/to-receipt.js';
import { receiptOf } from './receipt-queries.js';

type Full = Readonly<Record<'scopeId' | 'window' | 'limit' | 'settled' | 'reserved', string>>;

/** What the accounts of a reservation come to, once it is written. */
interface Told {
  readonly balances: readonly {
    readonly scopeId: string;
    readonly window: string;
    readonly settled: string;
    readonly reserved: string;
    readonly closed: boolean;
  }[];
}

/** What the function `reserve` in the database answers. */
export type ReserveAnswer =
  | (Told & { readonly amount: string; readonly softLimits: readonly string[] })
  | (Told & { readonly hold: string })
  | { readonly resolved: Receipt['resolution'] }
  | { readonly closed: Pick<Full, 'scopeId' | 'window'> }
  | { readonly full: Full };

/** What the function `resolve` in the database answers. */
export type ResolveAnswer =
  | { readonly written: { readonly sequence: number; readonly hold: string } }
  | { readonly receipt: Readonly<Record<string, unknown>> }
  | { readonly resolved: Receipt['resolution'] }
  | { readonly unknown: true };

/** @throws {ChatError} `budget` or `store`, where the answer is no admission. */
export function admissionOf(answer: ReserveAnswer, id: string, least: Picodollars): Admission {
  if ('closed' in answer) throw scopeClosed(answer.closed);
  if ('resolved' in answer) throw resolvedAlready({ id, resolution: answer.resolved });
  if ('full' in answer) {
    const { limit, settled, reserved, ...account } = answer.full;
    const balance = { settled: BigInt(settled), reserved: BigInt(reserved) };
    throw noRoom(account, BigInt(limit), balance, least);
  }
  const balances = answer.balances.map(({ settled, reserved, ...account }) => {
    return { ...account, settled: BigInt(settled), reserved: BigInt(reserved) };
  });
  if ('hold' in answer) {
    const { amount, softLimits } = holdFromText(answer.hold);
    return { amount, softLimits, balances };
  }
  return { amount: BigInt(answer.amount), softLimits: answer.softLimits, balances };
}

/** @throws {ChatError} `store`, where nothing was or could be resolved. */
export function receiptFrom(
  answer: ResolveAnswer,
  id: string,
  resolution: Receipt['resolution'],
  settlement: Settlement,
  at: number,
): Receipt {
  if ('unknown' in answer) throw neverReserved(id);
  if ('resolved' in answer) throw resolvedAlready({ id, resolution: answer.resolved });
  if ('receipt' in answer) return receiptOf(answer.receipt);
  const { sequence, hold } = answer.written;
  return toReceipt(holdFromText(hold), resolution, settlement, { at, sequence });
}
