import { expect, it } from 'vitest';
import { loadTokenizer, type Tokenizer } from './tokenizer.js';
import { writtenToken } from './written-token.js';

const one = (written: string | number[]): Tokenizer => ({
  encode: () => [0],
  token: () => written,
});

it('a token is its text and its UTF-8 bytes', async () => {
  const tokenizer = await loadTokenizer();
  const [id = 0] = tokenizer.encode('é');
  expect(writtenToken(tokenizer, id)).toEqual({ token: 'é', bytes: [0xc3, 0xa9] });
});

it('half a character is written as its bytes, what is whole beside it as it is', () => {
  expect(writtenToken(one([0xf0, 0x9f]), 1).token).toBe('\\xf0\\x9f');
  expect(writtenToken(one([0x20, 0xf0, 0x9f]), 1).token).toBe(' \\xf0\\x9f');
  expect(writtenToken(one([0x80, 0xc3, 0xa9, 0x0a]), 1).token).toBe('\\x80é\n');
});

it('every token of the vocabulary is written with exactly its bytes', async () => {
  const tokenizer = await loadTokenizer();
  const encoder = new TextEncoder();
  for (let id = 0; id < 199_998; id += 7) {
    const { token, bytes } = writtenToken(tokenizer, id);
    const plain = token.split(/(\\x[0-9a-f]{2})/).flatMap((part, index) =>
      // A token may also say `\x41` in so many letters; those are whole characters.
      index % 2 === 1 && typeof tokenizer.token(id) !== 'string'
        ? [Number.parseInt(part.slice(2), 16)]
        : Array.from(encoder.encode(part)),
    );
    expect(plain).toEqual(bytes);
  }
});

it('the end stands for no bytes', async () => {
  expect(writtenToken(await loadTokenizer(), 199_999)).toEqual({ token: '<|end|>', bytes: null });
});
