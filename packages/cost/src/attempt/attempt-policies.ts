import { ChatError } from '@farebox/core';
import type { UnknownPricePolicy } from './attempt-bound.js';
import type { FitOptions } from './fit.js';
import type { UnknownOutcomePolicy } from './unknown-outcome.js';

/** What is done where something is not known, or not enough is left. Each default keeps a hard limit. */
export interface AttemptPolicies {
  /** What a model or tier that the price list lacks means under a hard limit. Default `refuse`. */
  readonly unknownPrice?: UnknownPricePolicy | undefined;
  /** What an attempt is charged whose usage nobody reported: aborted, cut off, timed out. Default `max`. */
  readonly unknownOutcome?: UnknownOutcomePolicy | undefined;
  /** Default: a call that could cost more than is left is refused. */
  readonly fit?: FitOptions | undefined;
}

const choices = {
  unknownPrice: ['refuse', 'assume-highest', 'allow'],
  unknownOutcome: ['max', 'received', 'zero'],
} as const;

/**
 * Refuses a policy that does not exist, which types cannot where the caller is JavaScript: a misspelt name
 * would else be taken for another one, and that one may not keep the limit.
 *
 * @throws {ChatError} `configuration` that names the option and what it can be.
 */
export function checkPolicies(policies: AttemptPolicies): void {
  for (const name of ['unknownPrice', 'unknownOutcome'] as const) {
    const names: readonly string[] = choices[name];
    const chosen = policies[name];
    if (chosen === undefined || names.includes(chosen)) continue;
    throw wrong(
      `${name} is none of ${names.map((one) => `'${one}'`).join(', ')}.`,
      `Leave it out for '${names[0]}', which keeps a hard limit.`,
    );
  }
  const { fit } = policies;
  if (fit === undefined) return;
  const leastTokens: unknown = (fit as { leastTokens?: unknown } | null)?.leastTokens;
  if (Number.isSafeInteger(leastTokens) && (leastTokens as number) >= 1) return;
  throw wrong(
    'fit.leastTokens must be a whole number of 1 or more.',
    'fit: { leastTokens: 100 } sends what is paid for, down to 100 output tokens; leave fit out to refuse instead.',
  );
}

function wrong(message: string, fix: string): ChatError {
  return new ChatError({ kind: 'configuration', message, fix });
}
