import fc from 'fast-check';
import { expect, test } from 'vitest';
import { base64Bytes, bigEndian, littleEndian, standsAt } from './base64-bytes.js';

test('every byte is the one that was encoded, and beyond the end there are zeros', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 40 }), fc.boolean(), (array, padded) => {
      const text = btoa(String.fromCharCode(...array));
      const bytes = base64Bytes(padded ? text : text.replace(/=+$/, ''));
      expect(bytes?.length).toBe(array.length);
      expect([...array].map((_, index) => bytes?.at(index))).toEqual([...array]);
      expect([bytes?.at(-1), bytes?.at(array.length)]).toEqual([0, 0]);
    }),
    { numRuns: 1000 },
  );
});

test.each(['', '=', 'A', 'AAAAA', 'AB=C', 'A B=', 'AAAA\n', 'ÄÖÜA', 'AAA==='])(
  '%j is no base64',
  (text) => {
    expect(base64Bytes(text)).toBeUndefined();
  },
);

test('numbers are read in both orders of bytes, and a text only where it stands', () => {
  const bytes = base64Bytes(btoa('\x01\x02\x03abc')) ?? { length: 0, at: () => 0 };
  expect([bigEndian(bytes, 0, 3), littleEndian(bytes, 0, 3)]).toEqual([0x010203, 0x030201]);
  expect([standsAt(bytes, 3, 'abc'), standsAt(bytes, 4, 'bcd')]).toEqual([true, false]);
});
