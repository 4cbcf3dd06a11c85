import type { Dice } from '../random/dice.js';
import { type Piece, pieceJoiner } from '../tokens/pieces.js';
import type { Tokenizer } from '../tokens/tokenizer.js';
import { candidatesAt, type Leaning } from './distribution/candidates.js';
import type { LogprobOf } from './distribution/logprobs.js';
import { type Sampling, sample } from './distribution/sampling.js';
import { endToken, type PathState } from './distribution/token-path.js';
import { piecesBefore, stopWatcher } from './stop.js';

/** One choice while it is being generated. */
export interface Drawing {
  readonly tokenizer: Tokenizer;
  readonly sampling: Sampling;
  readonly leaning: Leaning;
  readonly random: Dice;
  /** How often each token has been drawn, in all sections so far. */
  readonly counts: Map<number, number>;
}

export interface SectionOptions {
  readonly start: PathState;
  /** Whether nothing can be said that is not on the path. */
  readonly constrained: boolean;
  readonly stops: readonly string[];
  readonly ceilingTokens: number;
  readonly logprobOf: LogprobOf | undefined;
}

export interface DrawnSection {
  readonly pieces: readonly Piece[];
  /** All tokens drawn, those that were never sent included. */
  readonly tokens: number;
  /** Why the answer is over; nothing where only the section is. */
  readonly finish: 'stop' | 'length' | undefined;
}

/**
 * Draws a section token by token, until the path ends, the ceiling is reached or a stop sequence is
 * complete.
 *
 * A ceiling of exactly the section's length is a normal end: the end itself takes no token.
 */
export function generateSection(drawing: Drawing, options: SectionOptions): DrawnSection {
  const { tokenizer, sampling, leaning, random, counts } = drawing;
  const { constrained, ceilingTokens, logprobOf } = options;
  const addToken = pieceJoiner(tokenizer);
  const stopIn = stopWatcher(options.stops);
  const pieces: Piece[] = [];
  let tokens = 0;
  let state = options.start;
  for (;;) {
    const candidates = candidatesAt(state, leaning, counts, constrained);
    const logits = candidates.map(({ logit }) => logit);
    const drawn = candidates[sample(logits, sampling, random)];
    // There is always a candidate; the type does not know.
    if (drawn === undefined) return { pieces, tokens, finish: undefined };
    const { token, continuation } = drawn;
    if (token === endToken) {
      return { pieces, tokens, finish: continuation === undefined ? 'stop' : undefined };
    }
    const next = continuation?.next ?? state;
    if (!drawn.silent) {
      if (tokens >= ceilingTokens) return { pieces, tokens, finish: 'length' };
      tokens += 1;
      counts.set(token, (counts.get(token) ?? 0) + 1);
      const piece = addToken(token, logprobOf?.(state, token));
      if (piece !== undefined) {
        pieces.push(piece);
        const stop = stopIn(piece.text);
        if (stop !== undefined)
          return { pieces: piecesBefore(pieces, stop), tokens, finish: 'stop' };
      }
    }
    state = next;
  }
}
