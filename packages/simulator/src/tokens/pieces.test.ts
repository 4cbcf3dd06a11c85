import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { pieceJoiner } from './pieces.js';
import { loadTokenizer } from './tokenizer.js';

const tokenizer = await loadTokenizer();
const piecesOf = (tokens: readonly number[]) => {
  const add = pieceJoiner(tokenizer);
  return tokens.map((token) => add(token, undefined)).filter((piece) => piece !== undefined);
};

it('the pieces of any text are that text, each of whole characters, and count all its tokens', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (any) => {
      const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
        new TextEncoder().encode(any),
      );
      const tokens = tokenizer.encode(text);
      const pieces = piecesOf(tokens);
      expect(pieces.map((piece) => piece.text).join('')).toBe(text);
      expect(pieces.reduce((sum, piece) => sum + piece.tokens, 0)).toBe(tokens.length);
    }),
  );
});

it('a character of three tokens is one piece', () => {
  const tokens = tokenizer.encode('𓂀');
  expect(tokens.length).toBeGreaterThan(2);
  expect(piecesOf(tokens)).toEqual([{ text: '𓂀', tokens: tokens.length, logprobs: [] }]);
});

it('a token of a space and half a character waits for the other half', () => {
  const text = ' 🫠';
  const pieces = piecesOf(tokenizer.encode(text));
  expect(tokenizer.encode(text).length).toBeGreaterThan(1);
  expect(pieces).toHaveLength(1);
});

it('half a character for ever is not waited for for ever', () => {
  const [first = 0] = tokenizer.encode('𓂀');
  const pieces = piecesOf(Array.from({ length: 20 }, () => first));
  expect(pieces.length).toBeGreaterThan(1);
  expect(pieces[0]?.text).toMatch(/^\uFFFD+$/);
});
