import type { ChatRequest } from '@farebox/core';
import type { Tokenizer } from '../../tokens/tokenizer.js';
import { endToken } from './token-path.js';

/** What moves the model's logits, as a request says it. */
export interface Leaning {
  /** Added to a token's logit, by its number in o200k; −100 bans. */
  readonly bias: ReadonlyMap<number, number>;
  /** The tokens with a bias for them, which may come though they are not on the path. */
  readonly forced: readonly number[];
  readonly frequencyPenalty: number;
  readonly presencePenalty: number;
}

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
