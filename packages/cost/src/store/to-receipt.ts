import { amountOf, type Receipt, type Refusal, type Settlement } from '../receipt.js';
import type { Account } from './account.js';
import type { Hold } from './hold.js';

/** The receipt that a hold becomes; without content, which is handed out only where a query asks for it. */
export function toReceipt(
  hold: Hold,
  resolution: Receipt['resolution'],
  settlement: Settlement,
  written: { readonly at: number; readonly sequence: number },
): Receipt {
  const { id, callId, attempt, tags, amount, accounts, softLimits, holder, reservedAt } = hold;
  return {
    id,
    sequence: written.sequence,
    callId,
    attempt,
    scopeIds: scopeIdsOf(accounts),
    tags,
    reserved: amount,
    resolution,
    // Without a hard limit nothing had to be set aside, so there is nothing to overrun.
    overrun:
      hold.bounded &&
      amountOf(settlement.cost) > amount &&
      accounts.some(({ limit }) => limit !== undefined),
    softLimits,
    holder,
    reservedAt,
    settledAt: written.at,
    // Last: spread first, the fields after it cost 18 µs, and so 0.2 µs.
    ...(settlement.content === undefined ? settlement : withoutContent(settlement)),
  };
}

function withoutContent({ content: _, ...known }: Settlement): Settlement {
  return known;
}

/** A scope with two windows is one scope. */
function scopeIdsOf(accounts: readonly Account[]): readonly string[] {
  const ids = accounts.map(({ scopeId }) => scopeId);
  return ids.length > 1 ? [...new Set(ids)] : ids;
}

/** A refusal before generation costs nothing, and that is known. */
export function refused(refusal: Refusal): Settlement {
  return { ...refusal, cost: { known: 'reported', amount: 0n } };
}

/** What is said of an attempt whose holder died: it may have used all that was set aside. */
export function lost(hold: Hold): Settlement {
  const { model, amount, bounded } = hold;
  return {
    outcome: 'lost',
    model,
    cost: bounded ? { known: 'bounded', amount } : { known: 'unknown' },
  };
}
