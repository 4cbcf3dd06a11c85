import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold, table } from './table.js';

test('the first column stands left, the others right, each as wide as its widest cell', () => {
  expect(
    table([
      ['model', 'in', 'out'],
      ['a', '1', ''],
      ['longer', '0.15', '12'],
    ]),
  ).toEqual(['model     in  out', 'a          1', 'longer  0.15   12']);
});

test('a name that would push its row over 80 columns stands on a line of its own', () => {
  const long = 'x'.repeat(79);
  expect(
    table([
      ['a', '1'],
      [long, '22'],
    ]),
  ).toEqual(['a   1', long, '   22']);
});

test('wide characters take two columns, and a narrower terminal has its own measure', () => {
  expect(
    table([
      ['東京', '1'],
      ['abcde', '22'],
    ]),
  ).toEqual(['東京    1', 'abcde  22']);
  expect(table([['abcde', '22']], 8)).toEqual(['abcde', '  22']);
  expect(fold('one two three', '', 8)).toEqual(['one two', 'three']);
});

test('no line is wider than 80 columns, and nothing gets lost', () => {
  const name = fc.stringMatching(/^[a-z]{1,70}$/);
  const cell = fc.stringMatching(/^\d{0,8}$/);
  fc.assert(
    fc.property(fc.array(fc.tuple(name, cell, cell), { minLength: 1 }), (rows) => {
      const lines = table(rows);
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
      expect(lines.join(' ').split(/\s+/).filter(Boolean)).toEqual(
        rows.flat().filter((text) => text !== ''),
      );
    }),
    { numRuns: 300 },
  );
});

test('a sentence is folded between words at 80 columns, and a longer word stays whole', () => {
  const words = fc.array(fc.stringMatching(/^[a-z]{1,30}$/), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(words, (list) => {
      const lines = fold(list.join(' '));
      expect(lines.every((line) => line.length <= 80)).toBe(true);
      expect(lines.map((line) => line.trim()).join(' ')).toBe(list.join(' '));
    }),
    { numRuns: 300 },
  );
  const link = `https://example.com/${'x'.repeat(90)}`;
  expect(fold(`see ${link}`)).toEqual(['see', `  ${link}`]);
});
