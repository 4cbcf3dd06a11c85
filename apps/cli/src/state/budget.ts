import type { BudgetWindow, Scope } from '@farebox/core';
import { scope } from '@farebox/cost';

/** Whose money a budget limits: the narrowest first, because calls nest in that order. */
export type Owner =
  | { readonly kind: 'session'; readonly name: string }
  /** Each session has the limit for itself. */
  | { readonly kind: 'each-session' }
  | { readonly kind: 'user' }
  /** Everything that is asked in the folder or below it. */
  | { readonly kind: 'project'; readonly folder: string };

/** What tells a budget from others: there is one of each. */
export interface BudgetKey {
  readonly owner: Owner;
  readonly per: BudgetWindow;
  /** It warns and never refuses. */
  readonly soft: boolean;
}

/** A limit that was set, and holds for every later call. */
export interface Budget extends BudgetKey {
  /** US dollars as decimal text. */
  readonly limitUsd: string;
  /** Where its hours, days, weeks and months begin; other windows have none. */
  readonly timeZone?: string | undefined;
}

/** Where hours, days, weeks and months are counted, a time zone matters. */
export function isOfCalendar(per: BudgetWindow): per is 'hour' | 'day' | 'week' | 'month' {
  return per !== 'call' && per !== 'total';
}

/** Whether two are one budget, whatever their limits. */
export function isSameBudget(one: BudgetKey, other: BudgetKey): boolean {
  const hasSameWindow = one.per === other.per && one.soft === other.soft;
  return hasSameWindow && scopeIdOf(one.owner) === scopeIdOf(other.owner);
}

/** What the ledger counts the money of an owner under. */
export function scopeIdOf(owner: Owner): string {
  switch (owner.kind) {
    case 'session':
      return `session:${owner.name}`;
    case 'project':
      return `project:${owner.folder}`;
    case 'each-session':
      return 'session';
    case 'user':
      return 'user';
  }
}

/** Whose money a call spends under a budget: where each session has a limit, the one that the call names. */
export function chargedOwner(owner: Owner, session: string | undefined): Owner {
  const isNamed = owner.kind === 'each-session' && session !== undefined;
  return isNamed ? { kind: 'session', name: session } : owner;
}

/**
 * What a call is charged to for a budget.
 *
 * Where each session has a limit, a call that names none is a session of its own: were it in none, leaving
 * the name out would be a way around the limit.
 *
 * @param session the session that the call names.
 */
export function budgetScope(budget: Budget, session: string | undefined): Scope {
  const { limitUsd, soft, timeZone } = budget;
  const owner = chargedOwner(budget.owner, session);
  const per = owner.kind === 'each-session' ? 'call' : budget.per;
  return scope({ id: scopeIdOf(owner), per, limitUsd, soft, timeZone });
}
