import { expect, it } from 'vitest';
import { oneLine } from './one-line.js';

it('makes one clean line of whatever a server wrote', () => {
  expect(oneLine(' a\u001b[31m\r\n  b\u0007\tc ')).toBe('a b c');
  expect(oneLine('a\u202eb\u2066c')).toBe('abc');
});
