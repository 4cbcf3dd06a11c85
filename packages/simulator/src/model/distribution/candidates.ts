import type { Leaning } from './leaning.js';
import type { Continuation, PathState } from './token-path.js';

/** A token that may be drawn, and its logit before penalties and temperature. */
export interface Candidate {
  readonly token: number;
  readonly logit: number;
  /** Its continuation, if it is on the path. Without one the path stays where it is. */
  readonly continuation: Continuation | undefined;
  /** Whether it is banned, and only the path goes on. */
  readonly silent: boolean;
}

/**
 * The logit of every token that is not on the path.
 *
 * All 200,000 together come once in 10¹⁶ tokens (at temperature 2: in 300,000), so that only those
 * with a bias for them are candidates at all.
 */
const offPathLogit = -50;

const ban = -100;

/**
 * The tokens that may come next, with the bias in their logits.
 *
 * A logit is the logarithm of the model's probability; `logit_bias` adds to it, and −100 bans a
 * token outright.
 *
 * Where all ways on are banned the path takes one of them silently: nothing is said or billed, and
 * the answer goes on after it. A token that is not on the path can be forced in by its bias, and
 * comes again as long as that outweighs the path (+100 repeats it until the ceiling).
 *
 * In constrained text (tool calls, JSON) what does not fit cannot be said at all, and a ban of the
 * only ways on is void, as with a grammar over the model's output.
 *
 * Source: OpenAI's API reference on `logit_bias`. What a ban of the only way on does is ours to say.
 */
export function candidatesAt(
  { continuations }: PathState,
  { bias, forced }: Leaning,
  constrained: boolean,
): Candidate[] {
  const biased = (token: number, logit: number) => logit + (bias.get(token) ?? 0);
  const allowed = continuations.filter(({ token }) => (bias.get(token) ?? 0) > ban);
  const onPath =
    allowed.length > 0
      ? allowed.map((continuation) => ({
          token: continuation.token,
          logit: biased(continuation.token, continuation.logprob),
          continuation,
          silent: false,
        }))
      : continuations.map((continuation) => ({
          token: continuation.token,
          logit: continuation.logprob,
          continuation,
          silent: !constrained,
        }));
  if (constrained) return onPath;
  const offPath = forced
    .filter((token) => !continuations.some((on) => on.token === token))
    .map((token) => ({
      token,
      logit: biased(token, offPathLogit),
      continuation: undefined,
      silent: false,
    }));
  return [...onPath, ...offPath];
}

/**
 * The logits of candidates after penalties: each loses `count × frequency_penalty + (count > 0) ×
 * presence_penalty`, where `count` is how often this choice already has the token.
 *
 * A banned token says nothing and loses nothing.
 * Source: the formula of OpenAI's guide to parameter details.
 */
export function penalisedLogits(
  candidates: readonly Candidate[],
  { frequencyPenalty, presencePenalty }: Leaning,
  counts: ReadonlyMap<number, number>,
): number[] {
  return candidates.map(({ token, logit, silent }) => {
    const count = silent ? 0 : (counts.get(token) ?? 0);
    return count === 0 ? logit : logit - (count * frequencyPenalty + presencePenalty);
  });
}
