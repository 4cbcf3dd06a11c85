import { expect, test } from 'vitest';
import { readShown, type ShownValue } from './shown-value.js';

const group = (...parts: ShownValue[]): ShownValue => ({
  name: '',
  brackets: '[]',
  parts: parts.map((value) => ({ before: '', value })),
  more: 0,
});

test('parts are copied, and what else a cell put beside them is not', () => {
  expect(readShown({ ...(group('1') as object), extra: 'x' })).toEqual(group('1'));
});

test('eight deep is read, nine is not', () => {
  const nested = (depth: number): ShownValue => (depth === 0 ? '1' : group(nested(depth - 1)));
  expect(readShown(nested(9))).toEqual(nested(9));
  expect(readShown(nested(10))).toBeUndefined();
});

test('five thousand parts are read, one more is not', () => {
  expect(readShown(group(...Array(5_000).fill('1')))).toBeDefined();
  expect(readShown(group(...Array(5_001).fill('1')))).toBeUndefined();
});

test.each([
  [null],
  [42],
  [{}],
  [{ name: '', brackets: '()', parts: [], more: 0 }],
  [{ name: '', brackets: '[]', parts: [null], more: 0 }],
  [{ name: '', brackets: '[]', parts: [{ before: 1, value: '' }], more: 0 }],
  [{ name: '', brackets: '[]', parts: 'ab', more: 0 }],
])('%j is no value', (data) => {
  expect(readShown(data)).toBeUndefined();
});
