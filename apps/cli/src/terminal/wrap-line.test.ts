import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { mostWidth } from './display-width.js';
import { lineText, span } from './styled-line.js';
import { partedHard, wrapLine } from './wrap-line.js';

const wrapped = (text: string, width: number) => wrapLine([span(text)], width).map(lineText);

test.each<[string, number, readonly string[]]>([
  ['', 5, ['']],
  ['one two', 7, ['one two']],
  ['one two', 6, ['one', 'two']],
  ['one  two', 8, ['one  two']],
  ['one two ', 7, ['one two']],
  ['abcdefgh ij', 3, ['abc', 'def', 'gh', 'ij']],
  ['one\ntwo', 9, ['one', 'two']],
  ['one\n\ntwo', 9, ['one', '', 'two']],
  ['東京は大きい', 8, ['東京は大', 'きい']],
  ['東京、です', 4, ['東', '京、', 'です']],
  ['see 東京 now', 8, ['see 東京', 'now']],
  ['👩‍👩‍👧👩‍👩‍👧', 6, ['👩‍👩‍👧', '👩‍👩‍👧']],
  ['nai\u0308ve', 3, ['nai\u0308', 've']],
])('%j in %i columns', (text, width, expected) => {
  expect(wrapped(text, width)).toEqual(expected);
});

it('parts nowhere else than at blanks when a word has several styles', () => {
  const line = [span('one '), span('tw', { bold: true }), span('o', { italic: true }), span('!')];
  expect(wrapLine(line, 6).map(lineText)).toEqual(['one', 'two!']);
});

const text = fc.string({
  unit: fc.oneof(
    fc.constantFrom(' ', 'a', 'bc', '東', '、', '👍🏽', 'e\u0301', 'ש', '(', '-'),
    fc.string({ minLength: 1, maxLength: 1 }).filter((unit) => !/[\s\p{C}]/u.test(unit)),
  ),
  maxLength: 60,
});

it('keeps every character, in lines that fit', () => {
  fc.assert(
    fc.property(text, fc.integer({ min: 4, max: 30 }), (whole, width) => {
      const lines = wrapped(whole, width);
      expect(lines.join('').replaceAll(' ', '')).toBe(whole.replaceAll(' ', ''));
      for (const line of lines) expect(mostWidth(line)).toBeLessThanOrEqual(width);
    }),
  );
});

describe('code', () => {
  it('is parted between characters, and keeps its blanks', () => {
    const line = [span('  if x:'), span(' y', { bold: true })];
    expect(partedHard(line, 4).map(lineText)).toEqual(['  if', ' x: ', 'y']);
  });
});
