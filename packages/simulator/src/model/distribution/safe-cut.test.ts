import * as fc from 'fast-check';
import { encode } from 'gpt-tokenizer/encoding/o200k_base';
import { expect, it } from 'vitest';
import { isSafeCut } from './safe-cut.js';

const options = { disallowedSpecial: new Set<string>() };
const alphabet = [...' \t\n\r/aBéǅ\'’s9٣.,("`“—_漢🏳\u200d\u0301\u2028\ufeff\ud83d'];
const anyText = fc.oneof(
  fc.string({ unit: fc.constantFrom(...alphabet), maxLength: 8 }),
  fc.string({ unit: 'binary', maxLength: 6 }),
);

it('the tokens around a safe cut are those of both sides, whatever comes before and after', () => {
  let safe = 0;
  fc.assert(
    fc.property(anyText, anyText, anyText, anyText, (before, left, right, after) => {
      if (!isSafeCut(left, right)) return;
      safe += 1;
      const all = encode(before + left + right + after, options);
      expect(all).toEqual([...encode(before + left, options), ...encode(right + after, options)]);
    }),
    { numRuns: 20_000 },
  );
  expect(safe).toBeGreaterThan(500);
});

it.each([
  ['A loop', ' repeats', true],
  ['A loop ', 'repeats', false],
  ['word', '.', true],
  ['don', "'t", false],
  ['it.', ' Then', true],
  ['it.', '\n', false],
  ['it', '\n', true],
  ['```\n', 'x', true],
  ['!\n', '/', false],
  ['x\n', '  y', true],
  ['x\n', ' \ny', false],
  ['x\n', '  ', false],
  ['12', '3', false],
  ['a', '1', true],
  ['(', 'x', false],
  ['x (', 'x', true],
  ['x\t(', 'x', false],
  ['x","', 'x', true],
  ['/(', 'x', false],
  ['(', '1', true],
  ['e', '\u0301', false],
  ['\ud83d', '\ude00', false],
  ['', ' x', false],
])('between %j and %j: %s', (left, right, safe) => {
  expect(isSafeCut(left, right)).toBe(safe);
});
