import fc from 'fast-check';
import { expect, test } from 'vitest';
import { base64, big, little, png } from '../fixtures/media.js';
import { base64Bytes } from './base64-bytes.js';
import { imageSize } from './image-size.js';

const sizeOf = (text: string) => {
  const bytes = base64Bytes(text);
  return bytes && imageSize(bytes);
};
const webp = (kind: string, ...rest: readonly string[]) =>
  base64(`RIFF${little(0, 4)}WEBPVP8${kind}${little(0, 4)}`, ...rest);

test('a PNG says its size in its first chunk', () => {
  expect(sizeOf(png(640, 70_000))).toEqual({ width: 640, height: 70_000 });
});

test('a JPEG says it in its frame, after segments, tables and fill bytes', () => {
  const segments = `\xff\xe0${big(6, 2)}\xff\xc0ab\xff\xff\xff\xc4${big(3, 2)}x`;
  const frame = `\xff\xc2${big(17, 2)}\x08${big(300, 2)}${big(400, 2)}`;
  expect(sizeOf(base64('\xff\xd8', segments, frame))).toEqual({ width: 400, height: 300 });
});

test('a WebP says it in its first chunk, in one of three ways', () => {
  const size = { width: 700, height: 500 };
  const lossy = `abc\x9d\x01\x2a${little(700 + 0x4000, 2)}${little(500, 2)}`;
  expect(sizeOf(webp(' ', lossy))).toEqual(size);
  expect(sizeOf(webp('L', '\x2f', little(699 + 499 * 0x4000, 4)))).toEqual(size);
  expect(sizeOf(webp('X', little(0, 4), little(699, 3), little(499, 3)))).toEqual(size);
  expect(sizeOf(webp('?', little(0, 4), little(699, 3), little(499, 3)))).toBeUndefined();
});

test.each([
  ['a GIF, whose frames may be larger', base64('GIF89a', little(5, 2), little(5, 2))],
  ['a side of nothing', png(0, 5)],
  ['a JPEG that ends before its frame', base64('\xff\xd8', `\xff\xe0${big(2, 2)}`)],
  ['a segment shorter than its length', base64('\xff\xd8', `\xff\xe0${big(1, 2)}`)],
  ['a JPEG of nothing but segments', base64('\xff\xd8', `\xff\xe0${big(2, 2)}`.repeat(2_000))],
  ['text', base64('hello, this is no picture at all')],
])('%s has no size', (_name, text) => {
  expect(sizeOf(text)).toBeUndefined();
});

test('any bytes after any signature are read without an end or a throw', () => {
  const heads = ['\x89PNG\r\n\x1a\n\0\0\0\rIHDR', '\xff\xd8\xff', 'RIFF\0\0\0\0WEBPVP8L', ''];
  fc.assert(
    fc.property(fc.constantFrom(...heads), fc.uint8Array({ minLength: 1 }), (head, rest) => {
      const size = sizeOf(base64(head, String.fromCharCode(...rest)));
      if (size !== undefined) expect(Math.min(size.width, size.height)).toBeGreaterThan(0);
    }),
    { numRuns: 1000 },
  );
});
