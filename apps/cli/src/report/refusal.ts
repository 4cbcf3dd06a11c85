import { isChatError, type RefusingScope, type Scope } from '@farebox/core';
import type { Endpoint } from '../endpoint/resolve-endpoint.js';
import type { ChargedBudget } from '../state/budgets-of-call.js';
import { windowEnd } from '../state/window-end.js';
import { budgetOptionsText, ownerOptionsText } from './budget-name.js';
import { keyFix } from './key-fix.js';
import { localMinute } from './local-minute.js';

/** What the call was that failed. */
export interface ExplainedCall {
  readonly budgets: readonly ChargedBudget[];
  readonly endpoint: Endpoint;
  /** Its time, in milliseconds since 1970. */
  readonly at: number;
}

/**
 * An error as it is told here: a refusal by a budget that was set gets the fix of that budget, one of the key that of
 * where the key is from; other errors stay as they are.
 */
export function explained(error: unknown, call: ExplainedCall): unknown {
  if (!isChatError(error)) return error;
  const { budgets, endpoint, at } = call;
  if (error.kind === 'authentication') {
    const fix = keyFix(endpoint);
    return fix === undefined ? error : error.with({ fix });
  }
  if (error.kind !== 'budget') return error;
  const refusing = budgets.find(({ scope }) => isRefusing(scope, error.scope));
  if (refusing === undefined) return error;
  const { budget, owner } = refusing;
  if (error.code === 'overrun') {
    const reopen = ['farebox budget reopen', ownerOptionsText(owner)].join(' ').trim();
    const fix = `See the receipt that is marked overrun in farebox logs: the provider ignored the output ceiling, or the price list is wrong. Then: ${reopen}.`;
    return error.with({ fix });
  }
  if (error.code !== 'no-room') return error;
  const end = windowEnd(budget, at);
  const wait = end === undefined ? '' : `wait until ${localMinute(end, budget.timeZone)}, `;
  const fix = `Lower --max-tokens or use --fit, ${wait}or raise it: farebox budget set <usd> ${budgetOptionsText(budget)}. farebox budget show has all numbers.`;
  return error.with({ fix });
}

/** Whether this scope is the one that refused. */
function isRefusing(
  { id, per = 'total', timeZone = 'UTC' }: Scope,
  refusing: RefusingScope | undefined,
): boolean {
  if (refusing?.id !== id) return false;
  const { window = '' } = refusing;
  if (per === 'total') return window === '';
  return window.startsWith(`${per}:`) && (per === 'call' || window.endsWith(`@${timeZone}`));
}
