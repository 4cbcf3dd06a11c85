import {
  type BudgetWindow,
  ChatError,
  isChatError,
  type Layer,
  type Picodollars,
  parseUsd,
  type Scope,
} from '@farebox/core';
import { windowKey } from './window/window-key.js';

export interface ScopeOptions {
  /** What the limit is for; the ledger counts per id. */
  readonly id: string;
  /** In US dollars, as a decimal string: floats cannot hold money. Without one, costs are only counted. */
  readonly limitUsd?: string | undefined;
  /** What the limit is for: one call, one hour, day, week or month, or all of it. Default `total`. */
  readonly per?: BudgetWindow | undefined;
  /** Where hours, days, weeks and months begin, such as `Europe/Berlin`. Default `UTC`. */
  readonly timeZone?: string | undefined;
  /** The limit warns and never refuses. Default false. */
  readonly soft?: boolean | undefined;
}

const windows: ReadonlySet<string> = new Set<BudgetWindow>([
  'call',
  'hour',
  'day',
  'week',
  'month',
  'total',
]);

/**
 * Something that money is counted and limited for: a session, a user, a project.
 *
 * Two limits of the same thing, a day's and a month's, are two scopes with one id. Every scope of a call
 * must have room; they need not know of each other.
 *
 * @throws {ChatError} `configuration` that begins with the option at fault: a limit that is no amount, a window or
 * a time zone that does not exist.
 * @example
 * const session = scope({ id: 'session-42', limitUsd: '0.50' });
 * const daily = scope({ id: 'user-7', limitUsd: '5', per: 'day', timeZone: 'Europe/Berlin' });
 */
export function scope(options: ScopeOptions): Scope {
  const { id, limitUsd, per, timeZone, soft } = options;
  if (typeof id !== 'string' || id === '') {
    throw wrong('id is missing.', "Name what the limit is for, such as 'user-7'.");
  }
  if (per !== undefined && !windows.has(per)) {
    throw wrong(
      `per is none of ${[...windows].join(', ')}.`,
      'A session is a scope of its own: give it an id, and leave `per` out.',
    );
  }
  if (soft !== undefined && typeof soft !== 'boolean') {
    throw wrong('soft is neither true nor false.', 'Leave it out to refuse.');
  }
  const limited: Scope = {
    id,
    limit: limitUsd === undefined ? undefined : toLimit(limitUsd),
    ...(per !== undefined && { per }),
    ...(timeZone !== undefined && { timeZone }),
    ...(soft !== undefined && { soft }),
  };
  // A time zone that does not exist is refused here, not at the first call.
  windowKey({ ...limited, per: 'day' }, 0, '');
  return limited;
}

function toLimit(limitUsd: unknown): Picodollars {
  if (typeof limitUsd !== 'string') {
    const why =
      'is a number, and numbers cannot hold money exactly (0.1 + 0.2 is 0.30000000000000004)';
    throw wrong(
      `limitUsd ${typeof limitUsd === 'number' ? why : 'is no text'}.`,
      "Write dollars as text, such as '0.50'.",
    );
  }
  try {
    return parseUsd(limitUsd);
  } catch (error) {
    if (!isChatError(error)) throw error;
    throw wrong(
      error.message.replace('The amount of US dollars', 'limitUsd'),
      "Write dollars as digits, such as '0.50'.",
    );
  }
}

function wrong(message: string, fix: string): ChatError {
  return new ChatError({ kind: 'configuration', message, fix });
}

/**
 * Charges every call that passes to these scopes too; the meter below reserves in all of them at once.
 *
 * Scopes nest by being together: a call, its session, its user and its project are four scopes, and the
 * call is charged to all four or not let through.
 *
 * @example
 * const call = stack(budgetScope(session, user, project), retry(), meter({ ledger }))(transport);
 */
export function budgetScope(...scopes: readonly Scope[]): Layer {
  return (next) => (request, context) =>
    next(request, { ...context, scopes: [...(context.scopes ?? []), ...scopes] });
}
