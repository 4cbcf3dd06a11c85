import { ChatError, isChatError, newCallId, type Picodollars, type Scope } from '@farebox/core';
import { type ScopeOptions, scope } from '@farebox/cost';

/**
 * A limit: an amount (`'0.50'`), what is to be limited and how, or a scope that was made with `scope()`.
 *
 * Without an `id` it is for all calls of this client, and for no others.
 */
export type Budget = string | BudgetOptions | Scope;

/** A limit, or what is only counted, in full. */
export interface BudgetOptions extends Omit<ScopeOptions, 'id'> {
  /** What the limit is for, such as `user-7`; all clients that share a ledger count it together. */
  readonly id?: string | undefined;
}

interface Surroundings {
  readonly random: (() => number) | undefined;
  /** The ledger is one that others may share. */
  readonly isShared: boolean;
}

/** What a budget may have. Records, so that none can be forgotten. */
const optionNames: Readonly<Record<keyof BudgetOptions, true>> = {
  id: true,
  limitUsd: true,
  per: true,
  timeZone: true,
  soft: true,
};
const scopeNames: Readonly<Record<keyof Scope, true>> = {
  id: true,
  limit: true,
  per: true,
  timeZone: true,
  soft: true,
};

/**
 * The scopes that a client charges: its own session, and the ones it was given.
 *
 * @throws {ChatError} `configuration` that begins with the option at fault (`budget.limitUsd`, `budget[1].per`).
 */
export function toScopes(
  budget: Budget | readonly Budget[] | undefined,
  { random = Math.random, isShared }: Surroundings,
): readonly Scope[] {
  if (budget === undefined) return [];
  const session = newCallId(random).replace('call_', 'session_');
  const toScope = (one: Budget, path: string): Scope => {
    if (typeof one === 'string') {
      return named(
        () => scope({ id: session, limitUsd: one }),
        (text) => text.replace('limitUsd', path),
      );
    }
    if (typeof one !== 'object' || one === null) throw noBudget(one, path);
    return named(
      () => ('limit' in one ? checkScope(one) : fromOptions(one, session, isShared)),
      (text) => `${path}.${text}`,
    );
  };
  return Array.isArray(budget)
    ? budget.map((one: Budget, index) => toScope(one, `budget[${index}]`))
    : [toScope(budget as Budget, 'budget')];
}

function fromOptions(options: BudgetOptions, session: string, isShared: boolean): Scope {
  checkNames(options, optionNames);
  const { id, limitUsd, per } = options;
  if (id === undefined && limitUsd === undefined) {
    throw wrong('limitUsd is missing.', "Say how much: { limitUsd: '5', per: 'day' }.");
  }
  const isCalendar = per !== undefined && per !== 'call' && per !== 'total';
  if (id === undefined && isCalendar && isShared) {
    // It would begin anew with each client, and with each start of the program.
    throw wrong(
      `id is missing: a limit per ${per} in a ledger that others share needs a name.`,
      `Give it one, such as { id: 'my-app', limitUsd: '5', per: '${per}' }.`,
    );
  }
  return scope({ ...options, id: id ?? session });
}

/** A scope may have been written by hand, with something that `scope()` refuses. */
function checkScope(given: Scope): Scope {
  checkNames(given, scopeNames);
  const { limit, ...rest }: { readonly limit?: Picodollars | undefined } & ScopeOptions = given;
  if (limit !== undefined && (typeof limit !== 'bigint' || limit < 0n)) {
    throw wrong(
      'limit is no picodollars as a bigint of 0 or more.',
      "Write dollars as text instead: limitUsd: '0.50'.",
    );
  }
  scope(rest);
  return given;
}

function checkNames(given: object, names: Readonly<Record<string, true>>): void {
  const [unknown] = Object.keys(given).filter((name) => !Object.hasOwn(names, name));
  if (unknown === undefined) return;
  throw wrong(`${unknown} is no option here.`, `There are ${Object.keys(names).join(', ')}.`);
}

/** Has the error of an option begin with the place where it was written. */
function named(make: () => Scope, rename: (text: string) => string): Scope {
  try {
    return make();
  } catch (error) {
    if (!isChatError(error)) throw error;
    throw wrong(rename(error.message), error.fix);
  }
}

function noBudget(given: unknown, path: string): ChatError {
  const what = given === null ? 'null' : `a ${typeof given}`;
  const why = typeof given === 'number' ? ', and numbers cannot hold money exactly' : '';
  return wrong(
    `${path} is ${what}${why}.`,
    "Write dollars as text ('0.50'), or a limit in full: { limitUsd: '5', per: 'day' }.",
  );
}

function wrong(message: string, fix: string): ChatError {
  return new ChatError({ kind: 'configuration', message, fix });
}
