import { type Layer, parseUsd, type Scope } from '@farebox/core';

export interface ScopeOptions {
  /** What the limit is for; the ledger counts per id. */
  readonly id: string;
  /** In US dollars, as a decimal string: floats cannot hold money. Without one, costs are only counted. */
  readonly limitUsd?: string | undefined;
}

/**
 * Something that money is counted and limited for: a session, a user, a project.
 *
 * @throws {ChatError} `configuration` for a limit that is no amount.
 * @example
 * const session = scope({ id: 'session-42', limitUsd: '0.50' });
 */
export function scope({ id, limitUsd }: ScopeOptions): Scope {
  return { id, limit: limitUsd === undefined ? undefined : parseUsd(limitUsd) };
}

/**
 * Charges every call that passes to these scopes too; the meter below reserves in all of them at once.
 *
 * @example
 * const call = stack(budgetScope(session), retry(), meter({ ledger }))(transport);
 */
export function budgetScope(...scopes: readonly Scope[]): Layer {
  return (next) => (request, context) =>
    next(request, { ...context, scopes: [...(context.scopes ?? []), ...scopes] });
}
