import { expect, it } from 'vitest';
import { countTokens } from './count.js';
import { loadTokenizer } from './tokenizer.js';

it('ordinary text is counted, special tokens in it as the text they are', async () => {
  const tokenizer = await loadTokenizer();
  expect(countTokens(tokenizer, 'Explain a for loop')).toEqual({ tokens: 4, estimated: false });
  expect(countTokens(tokenizer, '<|endoftext|>')).toEqual({ tokens: 7, estimated: false });
  expect(countTokens(tokenizer, '')).toEqual({ tokens: 0, estimated: false });
});

it('long prose is still counted, not estimated', async () => {
  const count = countTokens(await loadTokenizer(), 'the quick brown fox '.repeat(20_000));
  expect(count).toEqual({ tokens: 80_001, estimated: false });
});

it.each([
  ['one letter', 'a', 1_000_000 / 4],
  ['spaces', ' ', 1_000_000 / 4],
  ['marks', '!', 1_000_000 / 4],
  ['a CJK character', '漢', 750_000],
  ['emoji', '😀', 1_000_000],
])('a million times %s is estimated at once, one token per four bytes', async (_, text, tokens) => {
  const tokenizer = await loadTokenizer();
  const started = performance.now();
  expect(countTokens(tokenizer, text.repeat(1_000_000))).toEqual({ tokens, estimated: true });
  expect(performance.now() - started).toBeLessThan(1_000);
});
