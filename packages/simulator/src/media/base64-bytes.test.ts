import fc from 'fast-check';
import { expect, it } from 'vitest';
import { base64Bytes, bigEndian, littleEndian } from './base64-bytes.js';

it('every byte is the one that Node decodes, padded or not', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 50 }), fc.boolean(), (bytes, padded) => {
      const text = Buffer.from(bytes).toString('base64');
      const read = base64Bytes(padded ? text : text.replace(/=+$/, ''));
      expect(read?.length).toBe(bytes.length);
      expect(Array.from(bytes, (_, index) => read?.at(index))).toEqual([...bytes]);
      expect(read?.at(bytes.length)).toBe(0);
    }),
  );
});

it.each(['a', 'ab=', 'a===', 'ab c', 'ab\n=', '-_-_', 'YQ==YQ=='])('%j is none', (text) => {
  expect(base64Bytes(text)).toBeUndefined();
});

it('numbers are read from either end', () => {
  const bytes = base64Bytes(Buffer.from([1, 2, 3, 4]).toString('base64'));
  if (bytes === undefined) throw new Error('These bytes are well-formed.');
  expect(bigEndian(bytes, 0, 4)).toBe(0x01020304);
  expect(littleEndian(bytes, 1, 3)).toBe(0x040302);
});
