import fc from 'fast-check';
import o200k from 'js-tiktoken/ranks/o200k_base';
import { expect, it } from 'vitest';
import { piecesOf } from './text-pieces.js';

const pattern = new RegExp(o200k.pat_str, 'gu');

it.each(['binary-ascii', 'binary'] as const)('cuts a text of %s as tiktoken does', (unit) => {
  const word = fc.oneof(
    fc.string({ unit, maxLength: 8 }),
    fc.constantFrom("I'LL", "it's", '1234', '  \n ', '\r\n', ' //\n/', 'aB', 'ABc', '\t', '_x'),
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 8 }), (words) => {
      const text = words.join('');
      expect(piecesOf(text)).toEqual(text.match(pattern) ?? []);
    }),
    { numRuns: 3_000 },
  );
});
