import type { TokenLogprob } from '@farebox/core';
import type { Tokenizer } from '../../tokens/tokenizer.js';
import { writtenToken } from '../../tokens/written-token.js';
import type { Continuation, PathState } from './token-path.js';

/** What `logprobs` says of one token at a place of the path. */
export type LogprobOf = (state: PathState, token: number) => TokenLogprob;

/** Log probabilities are known for this many of a place's tokens, `top_logprobs` or not. */
const knownTokens = 20;

/** Stands for every token that is not among them. */
const unlikely = -9999;

/**
 * Log probabilities of the model's own distribution: at temperature 1, before `top_p`, bias and
 * penalties, as at OpenAI.
 *
 * A token outside the 20 likeliest of its place, and one that only a bias forced in, has −9999.0.
 * `top_logprobs` tells the path's tokens and no others, so they may be fewer than asked for; where
 * the answer might end, `<|end|>` is one of them. Rounded to eight decimals, in which all runtimes
 * agree.
 * Source: OpenAI's API reference on `logprobs`.
 */
export function logprobWriter(tokenizer: Tokenizer, topLogprobs: number): LogprobOf {
  const written = new Map<PathState, Map<number, TokenLogprob>>();
  const tops = new Map<PathState, TokenLogprob['top_logprobs']>();
  const topOf = (state: PathState) => {
    const known = tops.get(state);
    if (known !== undefined) return known;
    const top = state.continuations.slice(0, topLogprobs).map((continuation) => ({
      ...writtenToken(tokenizer, continuation.token),
      logprob: rounded(continuation),
    }));
    tops.set(state, top);
    return top;
  };
  return (state, token) => {
    const atState = written.get(state) ?? new Map<number, TokenLogprob>();
    written.set(state, atState);
    const known = atState.get(token);
    if (known !== undefined) return known;
    const likely = state.continuations.slice(0, knownTokens).find((on) => on.token === token);
    const entry = {
      ...writtenToken(tokenizer, token),
      logprob: likely === undefined ? unlikely : rounded(likely),
      top_logprobs: topOf(state),
    };
    atState.set(token, entry);
    return entry;
  };
}

function rounded({ logprob }: Continuation): number {
  return Math.round(logprob * 1e8) / 1e8;
}
