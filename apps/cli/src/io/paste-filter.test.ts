import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { fromEditedLine, toEditedLine } from './line-marks.js';
import { PasteFilter } from './paste-filter.js';

const start = '\u001b[200~';
const end = '\u001b[201~';

test.each([
  ['what is typed goes through', 'abc\r', 'abc\r'],
  ['keys that send sequences go through', '\u001b[A\u001b[1;5C', '\u001b[A\u001b[1;5C'],
  ['a paste is one line', `${start}one\r\ntwo\rthree\nfour${end}`, 'one␤two␤three␤four'],
  ['a tab in a paste completes nothing', `${start}\tx${end}`, '␉x'],
  ['a paste cannot press keys', `${start}a\u0003\u001b[A\u0004b${end}`, 'a[Ab'],
  ['a paste cannot end itself by halves', `${start}a\u001b[20${end}b`, 'a[20b'],
  ['Alt-Enter is a line end in the line', 'one\u001b\rtwo\r', 'one␤two\r'],
  ['a paste between typed keys', `a${start}b\n${end}c\r`, 'ab␤c\r'],
])('%s', (_, input, expected) => {
  expect(new PasteFilter().push(input)).toBe(expected);
});

it('gives the same wherever its input is cut', () => {
  const piece = fc.oneof(
    fc.constantFrom(start, end, '\r', '\n', '\t', '\u001b', '\u001b[A', '\u001b\r', '\u0003'),
    fc.string({ maxLength: 5 }),
  );
  fc.assert(
    fc.property(fc.array(piece), fc.array(fc.nat(200)), (pieces, cuts) => {
      const input = `${pieces.join('')}${end}.`;
      const whole = new PasteFilter().push(input);
      const filter = new PasteFilter();
      const places = [0, ...cuts.map((cut) => cut % input.length).sort((a, b) => a - b)];
      const cut = places.map((place, index) => filter.push(input.slice(place, places[index + 1])));
      expect(cut.join('')).toBe(whole);
    }),
  );
});

it('what was pasted is what is meant, in text of any kind', () => {
  const text = fc
    .string({ unit: 'grapheme' })
    .map((value) => value.replace(/[\p{Cc}␤␉\u2028\u2029]/gu, ''));
  fc.assert(
    fc.property(fc.array(text, { maxLength: 4 }), (lines) => {
      const pasted = lines.join('\n\t');
      expect(fromEditedLine(toEditedLine(pasted))).toBe(pasted);
      expect(toEditedLine(pasted)).not.toMatch(/[\n\t]/);
    }),
  );
});
