import { decode } from 'gpt-tokenizer/encoding/o200k_base';
import { expect, it } from 'vitest';
import { encodeBounded } from './encode-bounded.js';
import { loadTokenizer } from './tokenizer.js';

it('ordinary text is encoded as ever', async () => {
  const tokenizer = await loadTokenizer();
  const text = 'the quick brown fox '.repeat(1_000);
  expect(encodeBounded(tokenizer, text)).toEqual(tokenizer.encode(text));
});

it.each(['a', ' ', '漢', '😀', 'x😀', '/\n'])(
  'a run of %j is encoded in little time, and says the same',
  async (part) => {
    const tokenizer = await loadTokenizer();
    const text = part.repeat(200_000);
    const started = performance.now();
    const tokens = encodeBounded(tokenizer, text);
    expect(performance.now() - started).toBeLessThan(20_000);
    expect(decode(tokens)).toBe(text);
  },
);
