import { newCallId, type Scope } from '@farebox/core';
import { scope } from '@farebox/cost';

/**
 * The scopes that a client charges: its own session for an amount, or the ones it was given.
 *
 * @throws {ChatError} `configuration` for an amount that is none.
 */
export function toScopes(
  budget: string | Scope | readonly Scope[] | undefined,
  random: () => number = Math.random,
): readonly Scope[] {
  if (budget === undefined) return [];
  if (typeof budget !== 'string') return Array.isArray(budget) ? budget : [budget as Scope];
  const id = newCallId(random).replace('call_', 'session_');
  return [scope({ id, limitUsd: budget })];
}
