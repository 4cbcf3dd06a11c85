import { expect, it } from 'vitest';
import { cutsByGroup } from './cuts-by-group.js';
import { wireMap } from './wire-map.js';

const cutsOf = (text: string, cuts: readonly number[]) => {
  const bytes = new TextEncoder().encode(text);
  return cutsByGroup(bytes, wireMap(bytes), cuts);
};

it('each group has the cuts inside it; one between two is neither’s', () => {
  expect(cutsOf('data: a\n\ndata: b\n\n', [0, 3, 9, 12, 17, 18])).toEqual([[3], [12, 17]]);
  expect(cutsOf('data: a\n\n', [])).toEqual([[]]);
});

it('of a reply that came byte by byte only the cuts inside characters are left', () => {
  const text = `data: ${'x'.repeat(60)}日\n\n`;
  const every = Array.from({ length: 71 }, (_, at) => at + 1);
  expect(cutsOf(text, every)).toEqual([[67, 68]]);
});
