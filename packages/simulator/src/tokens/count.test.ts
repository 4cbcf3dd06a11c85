import { expect, it } from 'vitest';
import { tokenCounter } from './count.js';
import { loadTokenizer } from './tokenizer.js';

/** A tokenizer that only says how much it was given. */
function countingTokenizer() {
  const given = { characters: 0 };
  const encode = (text: string) => {
    given.characters += text.length;
    return Array.from({ length: Math.ceil(text.length / 4) }, () => 0);
  };
  return { given, tokenizer: { encode, token: () => undefined } };
}

it('ordinary text is counted, special tokens in it as the text they are', async () => {
  const count = tokenCounter(await loadTokenizer());
  expect(count('Explain a for loop')).toMatchObject({ tokens: 4, estimated: false });
  expect(count('<|endoftext|>')).toMatchObject({ tokens: 7, estimated: false });
  expect(count('')).toEqual({ tokens: 0, estimated: false, ids: [] });
});

it('long prose is still counted, not estimated', async () => {
  const count = tokenCounter(await loadTokenizer());
  expect(count('the quick brown fox '.repeat(20_000))).toMatchObject({
    tokens: 80_001,
    estimated: false,
  });
});

it.each([
  ['one letter', 'a', 1_000_000 / 4],
  ['spaces', ' ', 1_000_000 / 4],
  ['marks', '!', 1_000_000 / 4],
  ['a slash and a line end', '/\n', 2_000_000 / 4],
  ['a slash and two line ends', '/\r\n', 3_000_000 / 4],
  ['a CJK character', '漢', 750_000],
  ['emoji', '😀', 1_000_000],
  ['half a character', '\ud83d', 500_000],
  ['combining marks', '\u0301', 500_000],
])(
  'a million times %s is estimated, one token per four bytes, and never encoded',
  (_, text, tokens) => {
    const { given, tokenizer } = countingTokenizer();
    expect(tokenCounter(tokenizer)(text.repeat(1_000_000))).toEqual({
      tokens,
      estimated: true,
      ids: [],
    });
    expect(given.characters).toBe(0);
  },
);

it('a thousand texts that are each bearable are not, together', () => {
  const { given, tokenizer } = countingTokenizer();
  const count = tokenCounter(tokenizer);
  const counts = Array.from({ length: 1000 }, () => count('a'.repeat(4000)));
  // A run of 4,000 is 16 million steps: three of them fit.
  expect(counts.filter(({ estimated }) => !estimated)).toHaveLength(3);
  expect(given.characters).toBe(12_000);
  expect(count('still counted')).toMatchObject({ estimated: false });
});
