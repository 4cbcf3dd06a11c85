import fc from 'fast-check';
import { expect, test } from 'vitest';
import { base64, mp3Frames } from '../fixtures/media.js';
import { base64Bytes } from './base64-bytes.js';
import { longestMp3Ms } from './longest-mp3-ms.js';

const longest = (text: string) => {
  const bytes = base64Bytes(text);
  return bytes === undefined ? Number.NaN : longestMp3Ms(bytes);
};
const frameMs = (1152 * 1000) / 44_100;

test('it is its frames, one by one; a tag before them is no sound', () => {
  expect(longest(base64(mp3Frames(100)))).toBeCloseTo(100 * frameMs);
  const tag = `ID3\x04\0\0\0\0\0\x05hello`;
  expect(longest(base64(tag, mp3Frames(2)))).toBeCloseTo(2 * frameMs);
});

test('the shorter frames of MPEG 2 and 2.5 count with their own rates', () => {
  const mpeg2 = `\xff\xf3\x80\x00${'\0'.repeat(204)}`;
  expect(longest(base64(mpeg2.repeat(10)))).toBeCloseTo((10 * 576 * 1000) / 22_050);
  const mpeg25 = `\xff\xe3\x18\x00${'\0'.repeat(68)}`;
  expect(longest(base64(mpeg25.repeat(10)))).toBeCloseTo((10 * 576 * 1000) / 8_000);
});

test('bytes in no frame count as sound at 8 kbit/s, which is a byte per millisecond', () => {
  expect(longest(base64('\0'.repeat(300)))).toBe(300);
  expect(longest(base64(mp3Frames(1), '\0'.repeat(50), mp3Frames(1)))).toBeCloseTo(
    50 + 2 * frameMs,
  );
});

test('a megabyte without a frame is looked at no longer than 64 KB, and counts whole', () => {
  expect(longest(base64('\0'.repeat(1_000_000)))).toBe(1_000_000);
});

test('no bytes are shorter than at the highest rate or longer than at the lowest', () => {
  const piece = fc.oneof(
    fc.constant(mp3Frames(1)),
    fc.uint8Array({ maxLength: 30 }).map((bytes) => String.fromCharCode(...bytes)),
  );
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 8 }), (pieces) => {
      const text = `\0${pieces.join('')}`;
      const ms = longest(base64(text));
      expect(ms).toBeGreaterThanOrEqual(((text.length - 1) / 320) * 8 - 1);
      // A frame that is cut off by the end counts as whole.
      expect(ms).toBeLessThanOrEqual(text.length + 72);
    }),
    { numRuns: 500 },
  );
});
