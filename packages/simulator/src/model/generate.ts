import type { ChatRequest } from '@farebox/core';
import type { Dice } from '../random/dice.js';
import { type Piece, piecesOf } from '../tokens/pieces.js';
import type { Tokenizer } from '../tokens/tokenizer.js';
import { textOf } from './answer.js';
import { compose } from './compose.js';
import type { Composition } from './composition.js';
import type { Generated, GeneratedSection } from './generated.js';

/** All choices of a request, each with its own throw of the dice. */
export function generate(tokenizer: Tokenizer, request: ChatRequest, random: Dice): Generated[] {
  const composition = compose(request);
  return Array.from({ length: request.n ?? 1 }, () =>
    generateOne(tokenizer, request, composition, random),
  );
}

function generateOne(
  tokenizer: Tokenizer,
  request: ChatRequest,
  composition: Composition,
  random: Dice,
): Generated {
  const stops = typeof request.stop === 'string' ? [request.stop] : (request.stop ?? []);
  let left = request.max_completion_tokens ?? request.max_tokens ?? Number.POSITIVE_INFINITY;
  const ceiling = left;
  const sections: GeneratedSection[] = [];
  let finish: Generated['finish'] = composition.finish;
  let unsentTokens = 0;
  for (const section of composition.sections) {
    const nameTokens = section.kind === 'call' ? tokenizer.encode(section.name).length : 0;
    if (nameTokens > left) {
      finish = 'length';
      break;
    }
    left -= nameTokens;
    const end = endAt(piecesOf(tokenizer, textOf(section, request, random)), stops, left);
    left -= end.tokens;
    unsentTokens = end.unsentTokens;
    sections.push(
      section.kind === 'call'
        ? { kind: 'call', type: section.type, name: section.name, nameTokens, pieces: end.pieces }
        : { kind: section.kind, pieces: end.pieces },
    );
    if (end.finish !== undefined) {
      finish = end.finish;
      break;
    }
  }
  const tokens =
    ceiling === Number.POSITIVE_INFINITY
      ? sections.reduce((sum, section) => sum + tokensOf(section), unsentTokens)
      : ceiling - left;
  return { sections, finish, tokens, reasoningTokens: 0, unsentTokens };
}

function tokensOf(section: GeneratedSection): number {
  const name = section.kind === 'call' ? section.nameTokens : 0;
  return section.pieces.reduce((sum, piece) => sum + piece.tokens, name);
}

/**
 * Ends a section at the first stop sequence, which is generated but not sent, or where the next
 * piece would pass the ceiling.
 */
function endAt(pieces: readonly Piece[], stops: readonly string[], ceilingTokens: number) {
  const text = pieces.map((piece) => piece.text).join('');
  const stop = firstStop(text, stops);
  const sent: Piece[] = [];
  let length = 0;
  let tokens = 0;
  let unsentTokens = 0;
  for (const piece of pieces) {
    if (length >= stop.end) return { pieces: sent, finish: 'stop' as const, tokens, unsentTokens };
    if (tokens + piece.tokens > ceilingTokens)
      return { pieces: sent, finish: 'length' as const, tokens, unsentTokens };
    tokens += piece.tokens;
    const kept = piece.text.slice(0, Math.max(0, stop.start - length));
    if (kept === '') unsentTokens += piece.tokens;
    else sent.push({ text: kept, tokens: piece.tokens, logprobs: piece.logprobs });
    length += piece.text.length;
  }
  const finish = stop.start < text.length ? ('stop' as const) : undefined;
  return { pieces: sent, finish, tokens, unsentTokens };
}

function firstStop(text: string, stops: readonly string[]): { start: number; end: number } {
  let first = { start: text.length, end: text.length };
  for (const stop of stops) {
    const start = stop === '' ? -1 : text.indexOf(stop);
    if (start >= 0 && start < first.start) first = { start, end: start + stop.length };
  }
  return first;
}
