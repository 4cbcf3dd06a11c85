import {
  ChatError,
  formatUsd,
  type Picodollars,
  type RefusingScope,
  type Scope,
} from '@farebox/core';
import type { Balance } from '../ledger.js';
import { type Account, accountName } from './account.js';

type Named = Pick<Account, 'scopeId' | 'window'>;

function named({ scopeId, window }: Named): RefusingScope {
  return { id: scopeId, window };
}

export function noRoom(
  account: Named,
  limit: Picodollars,
  { settled, reserved }: Pick<Balance, 'settled' | 'reserved'>,
  amount: Picodollars,
): ChatError {
  const usd = (value: Picodollars) => `$${formatUsd(value)}`;
  const left = limit - settled - reserved;
  const underWay = reserved > 0n ? `, ${usd(reserved)} reserved by calls under way` : '';
  return new ChatError({
    kind: 'budget',
    // Nothing was sent.
    attempts: 0,
    code: 'no-room',
    scope: {
      ...named(account),
      limitUsd: formatUsd(limit),
      settledUsd: formatUsd(settled),
      reservedUsd: formatUsd(reserved),
    },
    message: `The call could cost up to ${usd(amount)}, and ${usd(left > 0n ? left : 0n)} of the ${usd(limit)} of ${accountName(account)} is left (${usd(settled)} spent${underWay}).`,
  });
}

export function scopeClosed(account: Named): ChatError {
  return new ChatError({
    kind: 'budget',
    // Nothing was sent.
    attempts: 0,
    code: 'overrun',
    scope: named(account),
    message: `${accountName(account)} is closed: an answer cost more than was reserved for it.`,
    fix: 'Look at the receipt marked overrun: the provider ignored the output ceiling, or the price list is wrong. Then reopen the scope.',
  });
}

/** Without an upper bound nothing can be promised, so a limited scope refuses. */
export function noBound(scope: Scope, why: string): ChatError {
  return new ChatError({
    kind: 'budget',
    // Nothing was sent.
    attempts: 0,
    code: 'no-bound',
    scope: { id: scope.id, ...(scope.limit !== undefined && { limitUsd: formatUsd(scope.limit) }) },
    message: `What the call could cost is unknown (${why}), so the limit of ${scope.id} refuses it.`,
    fix: 'Set max_completion_tokens, use a model on the price list, or take the unbounded part out.',
  });
}
