import { isChatError, type Picodollars } from '@farebox/core';
import type { Ledger } from '@farebox/cost';
import type { Budget } from './budget.js';
import type { ChargedBudget } from './budgets-of-call.js';

/** How a budget stands at this moment, with what all processes have spent and reserved. */
export interface BudgetState {
  readonly budget: Budget;
  readonly limit: Picodollars;
  readonly settled: Picodollars;
  readonly reserved: Picodollars;
  /** Below 0 where a soft limit is passed, and after an overrun. */
  readonly remaining: Picodollars;
  readonly closed: boolean;
}

/** The state of a budget in its present window; undefined for one that every call has to itself. */
export async function stateOf(
  { budget, scope }: Pick<ChargedBudget, 'budget' | 'scope'>,
  ledger: Ledger,
): Promise<BudgetState | undefined> {
  const { per, limit = 0n } = scope;
  if (per === 'call') return undefined;
  const { settled, reserved, closed } = await ledger.balance(scope);
  return { budget, limit, settled, reserved, remaining: limit - settled - reserved, closed };
}

/** What the budgets say once a call is over. */
export interface AfterCall {
  /** The hard one with the least left; `unknown` when the ledger cannot say, undefined without one. */
  readonly tightest: BudgetState | 'unknown' | undefined;
  /** Soft ones that are passed. */
  readonly passed: readonly BudgetState[];
}

/** Asks the ledger, because other processes spend at the same time. It does not fail: the answer has arrived. */
export async function afterCall(
  budgets: readonly ChargedBudget[],
  ledger: Ledger,
): Promise<AfterCall> {
  const states: BudgetState[] = [];
  try {
    for (const budget of budgets) {
      const state = await stateOf(budget, ledger);
      if (state !== undefined) states.push(state);
    }
  } catch (error) {
    if (!isChatError(error)) throw error;
    return { tightest: 'unknown', passed: [] };
  }
  const hard = states.filter(({ budget }) => !budget.soft);
  return {
    // A closed one has nothing left, whatever its numbers say.
    tightest: hard.find(({ closed }) => closed) ?? hard.toSorted(byRemaining)[0],
    passed: states.filter(({ budget, remaining }) => budget.soft && remaining < 0n),
  };
}

function byRemaining(one: BudgetState, other: BudgetState): number {
  return one.remaining < other.remaining ? -1 : one.remaining > other.remaining ? 1 : 0;
}
