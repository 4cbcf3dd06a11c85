import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { decodeText } from './decode-text.js';

const bytes = (text: string) => Buffer.from(text, 'latin1');

it('gives every text without a NUL back as it was', () => {
  const text = fc.string({ unit: 'grapheme' }).filter((one) => !/^\uFEFF|\0/.test(one));
  fc.assert(
    fc.property(text, (text) => {
      // What begins as an image does is one, whatever follows.
      fc.pre(!/^(?:GIF8[79]a|%PDF-|ID3)/.test(text));
      expect(decodeText(new TextEncoder().encode(text), 'It')).toBe(text);
    }),
  );
});

test.each([
  ['UTF-8 with a byte order mark', bytes('\xef\xbb\xbfna\xc3\xafve')],
  ['UTF-16 of Windows', bytes('\xff\xfen\0a\0\xef\0v\0e\0')],
  ['UTF-16 the other way round', bytes('\xfe\xff\0n\0a\0\xef\0v\0e')],
])('%s is text without its mark', (_name, encoded) => {
  expect(decodeText(encoded, 'It')).toBe('naïve');
});

it('goes by what a server says, unless nobody knows that encoding', () => {
  expect(decodeText(bytes('na\xefve'), 'It', 'iso-8859-1')).toBe('naïve');
  expect(decodeText(bytes('na\xc3\xafve'), 'It', 'klingon')).toBe('naïve');
});

test.each([
  ['an encoding of old', bytes('na\xefve'), /^It is not in UTF-8\.$/, /iconv -f WINDOWS-1252/],
  ['half a character', bytes('na\xc3'), /^It is not in UTF-8\.$/, /iconv/],
  ['UTF-16 with half a pair', bytes('\xff\xfe\x00\xd8'), /^It is not in /, /iconv/],
  ['a NUL', bytes('a\0b'), /^It is binary, and no text\.$/, /-a/],
  ['UTF-16 without its mark', bytes('a\0b\0'), /^It is binary, and no text\.$/, /converted/],
  ['an image', bytes('\x89PNG\r\n\x1a\n'), /^It is a PNG image, and no text\.$/, /with -a/],
])('%s is refused, with what helps', (_name, encoded, message, fix) => {
  expect(() => decodeText(encoded, 'It')).toThrow(
    expect.objectContaining({
      kind: 'configuration',
      message: expect.stringMatching(message),
      fix: expect.stringMatching(fix),
    }),
  );
});
