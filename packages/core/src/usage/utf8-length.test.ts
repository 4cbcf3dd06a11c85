import fc from 'fast-check';
import { expect, test } from 'vitest';
import { utf8Length } from './utf8-length.js';

const encoder = new TextEncoder();

test.each([
  ['', 0],
  ['a', 1],
  ['\u007f\u0080', 3],
  ['é', 2],
  ['\u07ff\u0800', 5],
  ['你好', 6],
  ['🙂', 4],
  ['👩‍👩‍👧', 18],
  ['\ud83d', 3],
  ['\ude42', 3],
  ['\ude42\ud83d', 6],
  ['\ud83d\ud83d\ude42', 7],
])('%j has %d bytes', (text, bytes) => {
  expect(utf8Length(text)).toBe(bytes);
  expect(utf8Length(text)).toBe(encoder.encode(text).length);
});

test('every text has as many bytes as an encoder writes, halves of pairs included', () => {
  const units = fc.array(fc.oneof(fc.nat(0xffff), fc.integer({ min: 0xd700, max: 0xe0ff })));
  fc.assert(
    fc.property(units, (codes) => {
      const text = String.fromCharCode(...codes);
      expect(utf8Length(text)).toBe(encoder.encode(text).length);
    }),
    { numRuns: 2000 },
  );
});
