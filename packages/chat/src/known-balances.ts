import type { Picodollars, Scope } from '@farebox/core';
import {
  type AccountBalance,
  type Admission,
  amountOf,
  type Balance,
  type Receipt,
  windowKey,
} from '@farebox/cost';

/** What is known of one scope in one window. */
interface Known {
  /** By this client: under way, and over. It is always exact. */
  held: Picodollars;
  spent: Picodollars;
  /** By others who share the ledger, and by earlier runs; as of the last word of the ledger. */
  others: Picodollars;
  closed: boolean;
}

interface Held {
  readonly amount: Picodollars;
  readonly accounts: readonly Known[];
}

/** Six weeks of hours: a client that runs for years forgets those of last year, not that of before a clock jumped. */
const mostAccounts = 1000;

/**
 * What a client last knew of its scopes, without asking anybody.
 *
 * Each reservation brings what its scopes then come to, whoever has spent there; its receipt changes that by
 * what it settled for. What others do in between is known with the next reservation; that a closed scope is open
 * again, with the next one in that window.
 */
export class KnownBalances {
  readonly #limits: readonly Scope[];
  readonly #now: () => number;
  readonly #accounts = new Map<string, Known>();
  readonly #held = new Map<string, Held>();

  constructor(scopes: readonly Scope[], now: () => number) {
    // A soft limit refuses nothing, and each call begins with the whole of a limit per call.
    this.#limits = scopes.filter(({ soft, per }) => soft !== true && per !== 'call');
    this.#now = now;
  }

  reserved(id: string, { amount, balances }: Admission): void {
    const lasting = balances.filter(({ window }) => !window.startsWith('call:'));
    const accounts = lasting.map((balance) => this.#accountOf(balance));
    this.#held.set(id, { amount, accounts });
    for (const [index, account] of accounts.entries()) {
      account.held += amount;
      learn(account, lasting[index]);
    }
  }

  settled({ id, cost, overrun }: Receipt): void {
    const held = this.#held.get(id);
    if (held === undefined) return;
    this.#held.delete(id);
    for (const account of held.accounts) {
      account.held -= held.amount;
      account.spent += amountOf(cost);
      if (overrun) account.closed = true;
    }
  }

  /** The window that a scope is in now, to be handed to {@link learned} with its balance. */
  windowOf(scope: Scope): string {
    return windowKey(scope, this.#now(), '');
  }

  learned(balance: AccountBalance): void {
    learn(this.#accountOf(balance), balance);
  }

  /** What is left under the tightest hard limit, in the windows that are now; undefined without one. */
  get remaining(): Picodollars | undefined {
    let least: Picodollars | undefined;
    for (const scope of this.#limits) {
      if (scope.limit === undefined) continue;
      const key = keyOf({ scopeId: scope.id, window: this.windowOf(scope) });
      const left = remainingOf(scope.limit, balanceOf(this.#accounts.get(key)));
      if (least === undefined || left < least) least = left;
    }
    return least;
  }

  #accountOf(balance: AccountBalance): Known {
    const key = keyOf(balance);
    const known = this.#accounts.get(key);
    if (known !== undefined) return known;
    const account = { held: 0n, spent: 0n, others: 0n, closed: false };
    this.#accounts.set(key, account);
    for (const [oldest, { held }] of this.#accounts) {
      if (this.#accounts.size <= mostAccounts) break;
      if (held === 0n) this.#accounts.delete(oldest);
    }
    return account;
  }
}

/** What may still be spent; nothing in a closed scope, and never less than that. */
export function remainingOf(
  limit: Picodollars,
  { settled, reserved, closed }: Balance,
): Picodollars {
  const left = limit - settled - reserved;
  return closed || left < 0n ? 0n : left;
}

function learn(account: Known, balance: Balance | undefined): void {
  if (balance === undefined) return;
  // Below 0 where the ledger's word is older than what this client has spent since.
  const others = balance.settled + balance.reserved - account.held - account.spent;
  account.others = others < 0n ? 0n : others;
  account.closed = balance.closed;
}

function balanceOf(account: Known | undefined): Balance {
  if (account === undefined) return { settled: 0n, reserved: 0n, closed: false };
  const { held, spent, others, closed } = account;
  return { settled: spent + others, reserved: held, closed };
}

function keyOf({ scopeId, window }: Pick<AccountBalance, 'scopeId' | 'window'>): string {
  return JSON.stringify([scopeId, window]);
}
