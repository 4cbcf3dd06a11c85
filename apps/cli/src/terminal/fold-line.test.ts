import fc from 'fast-check';
import { expect, it } from 'vitest';
import { displayWidth } from './display-width.js';
import { foldLine } from './fold-line.js';
import { plain } from './line-styles.js';
import { type Line, lineText, span } from './styled-line.js';

const folded = (line: Line, columns: number) => foldLine(line, columns).map(lineText);

it('parts at blanks, and indents what goes on by two more', () => {
  expect(folded(plain('one two three'), 8)).toEqual(['one two', '  three']);
  expect(folded(plain('  one two'), 6)).toEqual(['  one', '    two']);
  expect(folded(plain('name      value'), 9)).toEqual(['name', '  value']);
  expect(folded(plain('one two'), 7)).toEqual(['one two']);
});

it('keeps a word whole that is wider, and counts what a terminal shows', () => {
  expect(folded(plain('at https://a.test/b'), 5)).toEqual(['at', '  https://a.test/b']);
  expect(folded(plain('日本 語'), 5)).toEqual(['日本', '  語']);
});

it('keeps the styles of the parts', () => {
  const line = [span('a '), span('bb cc', { color: 'red' })];
  expect(foldLine(line, 4)).toEqual([
    [span('a '), span('bb', { color: 'red' })],
    [span('  '), span('cc', { color: 'red' })],
  ]);
});

it('loses no word, and no line is wider than the columns but for one word', () => {
  const word = fc.stringMatching(/^[a-z日é]{1,9}$/);
  const words = fc.array(word, { minLength: 1 });
  fc.assert(
    fc.property(words, fc.nat({ max: 4 }), fc.integer({ min: 1, max: 30 }), (all, pad, columns) => {
      const lines = folded([span(' '.repeat(pad)), ...all.map((one) => span(`${one} `))], columns);
      expect(
        lines
          .join(' ')
          .split(' ')
          .filter((one) => one !== ''),
      ).toEqual(all);
      for (const line of lines) {
        expect(displayWidth(line.trimEnd()) <= columns || !/\S \S/.test(line)).toBe(true);
      }
    }),
  );
});
