import type { ChatRequest, FinishReason } from '@farebox/core';
import type { Dice } from '../random/dice.js';
import { type Piece, piecesOf } from '../tokens/pieces.js';
import type { Tokenizer } from '../tokens/tokenizer.js';
import { answer } from './answer.js';

/** One choice, generated. */
export interface Generated {
  readonly pieces: readonly Piece[];
  readonly finish: FinishReason;
  /** All tokens that were generated. */
  readonly tokens: number;
  /** Tokens that were generated, and are billed, but never sent: those of a stop sequence. */
  readonly unsentTokens: number;
}

/** All choices of a request, each with its own throw of the dice. */
export function generate(tokenizer: Tokenizer, request: ChatRequest, random: Dice): Generated[] {
  const stops = typeof request.stop === 'string' ? [request.stop] : (request.stop ?? []);
  const ceiling = request.max_completion_tokens ?? request.max_tokens ?? Number.POSITIVE_INFINITY;
  return Array.from({ length: request.n ?? 1 }, () =>
    endAt(piecesOf(tokenizer, answer(request, random)), stops, ceiling),
  );
}

/**
 * Ends an answer at the first stop sequence or at the ceiling, whichever comes first.
 *
 * A piece that would pass the ceiling is left out whole, as half a character cannot be sent.
 */
function endAt(
  pieces: readonly Piece[],
  stops: readonly string[],
  ceilingTokens: number,
): Generated {
  const text = pieces.map((piece) => piece.text).join('');
  const stop = firstStop(text, stops);
  const sent: Piece[] = [];
  let length = 0;
  let tokens = 0;
  let unsentTokens = 0;
  for (const piece of pieces) {
    if (length >= stop.end) break;
    if (tokens + piece.tokens > ceilingTokens)
      return { pieces: sent, finish: 'length', tokens, unsentTokens };
    tokens += piece.tokens;
    const kept = piece.text.slice(0, Math.max(0, stop.start - length));
    if (kept === '') unsentTokens += piece.tokens;
    else sent.push({ text: kept, tokens: piece.tokens });
    length += piece.text.length;
  }
  return { pieces: sent, finish: 'stop', tokens, unsentTokens };
}

function firstStop(text: string, stops: readonly string[]): { start: number; end: number } {
  let first = { start: text.length, end: text.length };
  for (const stop of stops) {
    const start = stop === '' ? -1 : text.indexOf(stop);
    if (start >= 0 && start < first.start) first = { start, end: start + stop.length };
  }
  return first;
}
