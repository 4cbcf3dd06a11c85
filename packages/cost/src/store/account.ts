import type { Picodollars, Scope } from '@farebox/core';
import { windowKey } from '../window/window-key.js';

/** Where money is counted: one scope in one window, with the limits that one reservation brings. */
export interface Account {
  readonly scopeId: string;
  /** By {@link windowKey}; `''` in total. */
  readonly window: string;
  /** Never passed. */
  readonly limit: Picodollars | undefined;
  /** Passing it warns. */
  readonly softLimit: Picodollars | undefined;
}

/** What scopes come to at one moment, in their order; the same one twice is one, at the lower limits. */
export function toAccounts(
  scopes: readonly Scope[],
  at: number,
  callId: string,
): readonly Account[] {
  const accounts: Account[] = [];
  for (const scope of scopes) {
    const { id: scopeId, limit, soft } = scope;
    const window = windowKey(scope, at, callId);
    const hard = soft === true ? undefined : limit;
    const softLimit = soft === true ? limit : undefined;
    const same = accounts.findIndex(
      (other) => other.scopeId === scopeId && other.window === window,
    );
    const twin = accounts[same];
    if (twin === undefined) accounts.push({ scopeId, window, limit: hard, softLimit });
    else {
      const limits = {
        limit: lower(twin.limit, hard),
        softLimit: lower(twin.softLimit, softLimit),
      };
      accounts[same] = { scopeId, window, ...limits };
    }
  }
  return accounts;
}

/** How a sentence calls it: `user-42`, `user-42 (day 2026-11-28)`, `answer (per call)`. */
export function accountName({ scopeId, window }: Pick<Account, 'scopeId' | 'window'>): string {
  if (window === '') return scopeId;
  if (window.startsWith('call:')) return `${scopeId} (per call)`;
  const [unit, rest = ''] = split(window, ':');
  return `${scopeId} (${unit} ${split(rest, '@')[0]})`;
}

function split(text: string, at: string): [string, string?] {
  const index = text.indexOf(at);
  return index === -1 ? [text] : [text.slice(0, index), text.slice(index + 1)];
}

function lower(
  one: Picodollars | undefined,
  other: Picodollars | undefined,
): Picodollars | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one < other ? one : other;
}
