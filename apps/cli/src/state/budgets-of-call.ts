import type { Scope } from '@farebox/core';
import { type Budget, budgetScope, chargedOwner, type Owner } from './budget.js';
import { isWithin } from './project-folder.js';

/** A budget, and what a call is charged to for it. */
export interface ChargedBudget {
  readonly budget: Budget;
  readonly owner: Owner;
  readonly scope: Scope;
}

/** The narrowest first: where several have no room, the first is the one that is told. */
const nesting: readonly Owner['kind'][] = ['session', 'each-session', 'user', 'project'];
const windows: readonly Budget['per'][] = ['call', 'hour', 'day', 'week', 'month', 'total'];

/**
 * Those budgets that a call is charged to, in the order of their nesting.
 *
 * A project's holds in its folder and everywhere below it, whatever is there: a repository in a repository
 * is charged to both, and what is cloned cannot leave the budget around it.
 */
export function budgetsOfCall(
  budgets: readonly Budget[],
  {
    session,
    workingFolder,
  }: { readonly session: string | undefined; readonly workingFolder: string },
): readonly ChargedBudget[] {
  return inOrder(budgets)
    .filter(({ owner }) => {
      if (owner.kind === 'session') return owner.name === session;
      return owner.kind !== 'project' || isWithin(workingFolder, owner.folder);
    })
    .map((budget) => ({
      budget,
      owner: chargedOwner(budget.owner, session),
      scope: budgetScope(budget, session),
    }));
}

export function inOrder(budgets: readonly Budget[]): readonly Budget[] {
  const rank = ({ owner, per, soft }: Budget) =>
    nesting.indexOf(owner.kind) * 100 + windows.indexOf(per) * 10 + (soft ? 1 : 0);
  return budgets.toSorted((one, other) => {
    return rank(one) - rank(other) || ownerText(one.owner).localeCompare(ownerText(other.owner));
  });
}

function ownerText(owner: Owner): string {
  return JSON.stringify(owner);
}
