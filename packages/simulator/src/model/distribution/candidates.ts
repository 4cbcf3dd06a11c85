import type { ChatRequest } from '@farebox/core';
import type { Tokenizer } from '../../tokens/tokenizer.js';
import { type Continuation, endToken, type PathState } from './token-path.js';

/** What moves the model's logits, as a request says it. */
export interface Leaning {
  /** Added to a token's logit, by its number in o200k; −100 bans. */
  readonly bias: ReadonlyMap<number, number>;
  /** The tokens with a bias for them, which may come though they are not on the path. */
  readonly forced: readonly number[];
  readonly frequencyPenalty: number;
  readonly presencePenalty: number;
}

/** A token that may be drawn, and its logit before temperature. */
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

/** More forced tokens than these are not weighed; each costs time at each token of the answer. */
const maximumForced = 300;

/**
 * Reads `logit_bias`, `frequency_penalty` and `presence_penalty`.
 *
 * A number that is no token of o200k has no effect.
 */
export function leaningOf(tokenizer: Pick<Tokenizer, 'token'>, request: ChatRequest): Leaning {
  const isToken = (id: number) => id === endToken || tokenizer.token(id) !== undefined;
  const bias = new Map(
    Object.entries(request.logit_bias ?? {}).map(([token, value]) => [Number(token), value]),
  );
  return {
    bias,
    forced: Array.from(bias.keys())
      .filter((token) => (bias.get(token) ?? 0) > 0 && isToken(token))
      .toSorted((a, b) => (bias.get(b) ?? 0) - (bias.get(a) ?? 0) || a - b)
      .slice(0, maximumForced),
    frequencyPenalty: request.frequency_penalty ?? 0,
    presencePenalty: request.presence_penalty ?? 0,
  };
}

/**
 * The tokens that may come next, with bias and penalties in their logits.
 *
 * A logit is the logarithm of the model's probability; `logit_bias` adds to it, and the penalties
 * take `count × frequency_penalty + (count > 0) × presence_penalty` from it, where `count` is how
 * often this choice already has the token. −100 bans a token outright.
 *
 * Where all ways on are banned the path takes one of them silently: nothing is said or billed, and
 * the answer goes on after it. A token that is not on the path can be forced in by its bias, and
 * comes again as long as that outweighs the path (+100 repeats it until the ceiling).
 *
 * In constrained text (tool calls, JSON) what does not fit cannot be said at all, and a ban of the
 * only ways on is void, as with a grammar over the model's output.
 *
 * Source: OpenAI's API reference (`logit_bias`, `frequency_penalty`) and its guide to parameter
 * details for the formula. What a ban of the only way on does is ours to say.
 */
export function candidatesAt(
  { continuations }: PathState,
  { bias, forced, frequencyPenalty, presencePenalty }: Leaning,
  counts: ReadonlyMap<number, number>,
  constrained: boolean,
): Candidate[] {
  const leaned = (token: number, logit: number) => {
    const count = counts.get(token) ?? 0;
    const penalty = count === 0 ? 0 : count * frequencyPenalty + presencePenalty;
    return logit + (bias.get(token) ?? 0) - penalty;
  };
  const allowed = continuations.filter(({ token }) => (bias.get(token) ?? 0) > ban);
  const onPath =
    allowed.length > 0
      ? allowed.map((continuation) => ({
          token: continuation.token,
          logit: leaned(continuation.token, continuation.logprob),
          continuation,
          silent: false,
        }))
      : continuations.map((continuation) => ({
          token: continuation.token,
          logit: continuation.logprob,
          continuation,
          silent: !constrained,
        }));
  if (constrained || forced.length === 0) return onPath;
  const offPath = forced
    .filter((token) => !continuations.some((on) => on.token === token))
    .map((token) => ({
      token,
      logit: leaned(token, offPathLogit),
      continuation: undefined,
      silent: false,
    }));
  return [...onPath, ...offPath];
}
