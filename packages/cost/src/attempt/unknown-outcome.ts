import type { Cost, Outcome } from '../receipt.js';
import { type AttemptBound, costAt } from './attempt-bound.js';
import { type ReceivedReply, receivedTokens } from './received.js';

/**
 * What an attempt is charged whose usage nobody reported: aborted, cut off, timed out.
 *
 * `max`: all that was reserved, because the provider may have generated it. `received`: the prompt, and
 * what has arrived of the answer, at the most tokens that it can be. `zero`: nothing. Only `max` keeps a
 * hard budget from being overspent: providers bill what they generated, and not what arrived.
 */
export type UnknownOutcomePolicy = 'max' | 'received' | 'zero';

export function costOfUnknown(
  policy: UnknownOutcomePolicy,
  bound: AttemptBound | undefined,
  outcome: Outcome,
  reply: ReceivedReply,
): Cost {
  if (bound === undefined) return { known: 'unknown' };
  if (policy === 'max') return { known: 'bounded', amount: bound.amount };
  // An answer that is whole was billed, whatever the policy; only its usage is missing.
  if (policy === 'zero' && outcome !== 'completed') return { known: 'estimated', amount: 0n };
  const outputTokens = Math.min(receivedTokens(reply), bound.tokens.outputTokens);
  return { known: 'estimated', amount: costAt(bound, outputTokens) };
}

/** What an answer that passed its ceiling has cost: more than was reserved, by what has arrived of it. */
export function costOfOverrun(bound: AttemptBound, reply: ReceivedReply): Cost {
  const outputTokens = Math.max(receivedTokens(reply), bound.tokens.outputTokens + 1);
  return { known: 'bounded', amount: costAt(bound, outputTokens) };
}
