import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { piecesBefore, stopWatcher } from './stop.js';

const letters = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 12 });
const stopsAt = (parts: readonly string[], stops: readonly string[]) => {
  const stopIn = stopWatcher(stops);
  for (const part of parts) {
    const at = stopIn(part);
    if (at !== undefined) return at;
  }
  return undefined;
};
const piecesOf = (...texts: string[]) => texts.map((text) => ({ text, tokens: 1, logprobs: [] }));

it('a stop sequence is found at every place, however the text is cut', () => {
  fc.assert(
    fc.property(
      fc.array(letters),
      fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1 }),
      (parts, stop) => {
        const start = parts.join('').indexOf(stop);
        expect(stopsAt(parts, [stop])).toBe(start < 0 ? undefined : start);
      },
    ),
  );
});

it('the sequence that is complete first counts, though another began earlier', () => {
  expect(stopsAt(['ab', 'c', 'd'], ['abcd', 'bc'])).toBe(1);
});

it('of two that are complete with the same text, the one that begins first counts', () => {
  expect(stopsAt(['x', 'abcd'], ['bc', 'abcd'])).toBe(1);
});

it('no sequence, and an empty one, stop nothing', () => {
  expect(stopsAt(['abc'], [])).toBeUndefined();
  expect(stopsAt(['abc'], [''])).toBeUndefined();
});

it('pieces end where the sequence begins, inside one of them or between two', () => {
  const pieces = piecesOf('one', ' two', ' three');
  expect(piecesBefore(pieces, 5).map(({ text }) => text)).toEqual(['one', ' t']);
  expect(piecesBefore(pieces, 3).map(({ text }) => text)).toEqual(['one']);
  expect(piecesBefore(pieces, 0)).toEqual([]);
});
