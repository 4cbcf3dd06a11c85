import fc from 'fast-check';
import { expect, it } from 'vitest';
import { base64, gif, jpeg, png, webps } from '../fixtures/media.js';
import { base64Bytes } from './base64-bytes.js';
import { imageSize } from './image-size.js';

const sizeOf = (text: string) => imageSize(base64Bytes(text) ?? { length: 0, at: () => 0 });

it('a PNG, JPEG, GIF and each kind of WebP say their size', () => {
  const side = fc.integer({ min: 1, max: 16_383 });
  fc.assert(
    fc.property(side, side, (width, height) => {
      const images = [png, jpeg, gif].map((image) => image(width, height));
      for (const image of [...images, ...webps(width, height)]) {
        expect(sizeOf(image)).toEqual({ width, height });
      }
    }),
  );
});

it('what is no image, is cut before its size, or has no extent says none', () => {
  const jpegStart = '\xff\xd8\xff';
  for (const text of [
    base64('BM', [1, 2, 3, 4]),
    base64('%PDF-1.7'),
    png(0, 10),
    base64('RIFF', [0, 0, 0, 0], 'WAVE'),
    base64('RIFF', [0, 0, 0, 0], 'WEBP', 'VP8?'),
    base64(jpegStart, [0xe0, 0, 0]),
    base64(jpegStart, [0xe0, 0, 4, 1, 2, 7]),
    base64(jpegStart, [0xe0, 0xff, 0xff]),
  ]) {
    expect(sizeOf(text)).toBeUndefined();
  }
});

it('of a JPEG of nothing but segments 10,000 are stepped over', () => {
  const segments = Array.from({ length: 100_000 }, () => [0xff, 0xe0, 0, 2]).flat();
  let looks = 0;
  const bytes = base64Bytes(base64('\xff\xd8', segments));
  if (bytes === undefined) throw new Error('These bytes are well-formed.');
  const at = (index: number) => {
    looks += 1;
    return bytes.at(index);
  };
  expect(imageSize({ length: bytes.length, at })).toBeUndefined();
  expect(looks).toBeLessThan(10_000 * 5 + 50);
});
