import { expect, it, test } from 'vitest';
import { displayWidth, mostWidth } from './display-width.js';

test.each([
  ['', 0],
  ['2026-11-28', 10],
  ['naïve', 5],
  ['nai\u0308ve', 5],
  ['Ελλάδα', 6],
  ['東京', 4],
  ['한국어', 6],
  ['ｆｕｌｌ', 8],
  ['ﾊﾝｶｸ', 4],
  ['👩‍👩‍👧', 2],
  ['🇩🇪', 2],
  ['❤️', 2],
  ['👍🏽', 2],
  ['a\u200bb', 2],
  ['█▏…·', 4],
])('%j takes %i columns', (text, width) => {
  expect(displayWidth(text)).toBe(width);
});

it('is the sum of its parts', () => {
  expect(displayWidth('team 東京 🇩🇪 ok')).toBe(15);
});

test.each([
  ['naïve', 5],
  ['東京', 4],
  ['👩‍👩‍👧', 6],
  ['❤️', 3],
  ['🇩🇪', 4],
  ['का', 2],
])('%j takes at most %i columns', (text, width) => {
  expect(mostWidth(text)).toBe(width);
});
