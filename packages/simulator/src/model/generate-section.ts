import { type Piece, pieceJoiner } from '../tokens/pieces.js';
import type { Tokenizer } from '../tokens/tokenizer.js';
import type { DrawToken, Hand } from './distribution/draw-token.js';
import type { LogprobOf } from './distribution/logprobs.js';
import { endToken, type PathState } from './distribution/token-path.js';
import { piecesBefore, stopWatcher } from './stop.js';

/** One choice while it is being generated. */
export interface Drawing extends Hand {
  readonly tokenizer: Tokenizer;
  readonly drawToken: DrawToken;
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
  const { tokenizer, drawToken, counts } = drawing;
  const { constrained, ceilingTokens, logprobOf } = options;
  const addToken = pieceJoiner(tokenizer);
  const stopIn = stopWatcher(options.stops);
  const pieces: Piece[] = [];
  let tokens = 0;
  let state = options.start;
  for (;;) {
    const drawn = drawToken(state, constrained, drawing);
    if (drawn === undefined || drawn.token === endToken) {
      return { pieces, tokens, finish: drawn?.continuation === undefined ? 'stop' : undefined };
    }
    const { token, continuation } = drawn;
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
