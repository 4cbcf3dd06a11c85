import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { armed, parseCsv } from '../fixtures/parse-csv.js';
import { csvLines } from './csv.js';

it('ends every line with CRLF and quotes only what needs it', () => {
  expect(
    csvLines([
      ['day', 'a,b'],
      ['2026-11-28', 'say "hi"'],
      ['', 'x\ny'],
    ]),
  ).toBe('day,"a,b"\r\n2026-11-28,"say ""hi"""\r\n,"x\ny"\r\n');
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '\r=1', '＝1', "'quoted"])(
  'a spreadsheet takes %j for text',
  (text) => {
    expect(parseCsv(csvLines([[text, 'end']]))).toEqual([[`'${text}`, 'end']]);
  },
);

it('parses back to every text', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', "'", '=', ' ', 'a') }),
  );
  fc.assert(
    fc.property(fc.array(fc.array(text, { minLength: 2, maxLength: 4 })), (rows) => {
      const parsed = parseCsv(csvLines(rows)).map((row) => row.map(armed));
      expect(parsed).toEqual(rows);
    }),
    { numRuns: 200 },
  );
}, 30_000);
