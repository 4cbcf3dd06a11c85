import fc from 'fast-check';
import ranks from 'gpt-tokenizer/bpeRanks/o200k_base';
import { encode } from 'gpt-tokenizer/encoding/o200k_base';
import { expect, it, test } from 'vitest';
import { loadTokenizer } from './tokenizer.js';

const tokenizer = await loadTokenizer();
const known = (text: string) => encode(text, { disallowedSpecial: new Set() });

it('knows every token by its number and by its text, and no other number', () => {
  const bytesOf = (token: string | readonly number[] = '') => Buffer.from(token as string);
  const wrong = ranks.flatMap((token, id) => {
    const same = bytesOf(tokenizer.token(id)).equals(bytesOf(token));
    // A token of several pieces is never what its text is encoded to.
    const isItself =
      typeof token !== 'string' || `${tokenizer.encode(token)}` === `${known(token)}`;
    return same && isItself ? [] : [id];
  });
  expect(wrong).toEqual([]);
  expect([-1, ranks.length, 0.5, Number.NaN].map((id) => tokenizer.token(id))).toEqual(
    Array(4).fill(undefined),
  );
});

test.each([
  '',
  'Explain a for loop in two lines.',
  "I'll, I'LL, it's, IT'S, we've, they're, she'd, I'm, don't, x'y",
  'const total = items.reduce((sum, { price }) => sum + price, 0);\n\n\treturn total;\r\n',
  'Grüße aus Köln – “naïve” café, 東京タワー, привет, مرحبا, हिन्दी, ไทย',
  '👩‍👩‍👧‍👦 🇩🇪 👍🏽 e\u0301 \ufeff \u200b \u202e',
  '<|endoftext|><|im_start|>system<|im_sep|>',
  '12345678901234567890 3.14159 1,000,000 ٣٤٥ Ⅷ',
  '   \n  \n\n   x   \t\t y\u00a0z   ',
  'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
  '////////////\r\n//// ~~~~ ^^^^ |||| ~/~',
  '\ud800 a\udc00b \ud83d',
  '\u0000\u0001\u007f\u0080\uffff',
])('encodes %j as gpt-tokenizer does', (text) => {
  expect(tokenizer.encode(text)).toEqual(known(text));
});

it('encodes whatever text as gpt-tokenizer does', () => {
  const word = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc
      .nat({ max: ranks.length - 1 })
      .map((id) => ranks[id])
      .filter((token) => typeof token === 'string'),
    fc.constantFrom(' ', '\n', "'s", '1234', 'the', ' the', '~', '\ud83d'),
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 12 }), (words) => {
      const text = words.join('');
      expect(tokenizer.encode(text)).toEqual(known(text));
    }),
    { numRuns: 2_000 },
  );
});
