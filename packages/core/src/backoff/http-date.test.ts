import fc from 'fast-check';
import { expect, test } from 'vitest';
import { httpDate } from './http-date.js';

const nowMs = Date.UTC(2026, 10, 23);
const sample = Date.UTC(1994, 10, 6, 8, 49, 37);

test.each([
  'Sun, 06 Nov 1994 08:49:37 GMT',
  'Sunday, 06-Nov-94 08:49:37 GMT',
  'Sun Nov  6 08:49:37 1994',
])('the form %j of RFC 9110 names its time in UTC', (text) => {
  expect(httpDate(text, nowMs)).toBe(sample);
});

test.each([
  '',
  '90',
  '1994-11-06T08:49:37Z',
  'Sun, 06 Nov 1994 08:49:37',
  'Sun, 06 Nov 1994 08:49:37 PST',
  'sun, 06 nov 1994 08:49:37 gmt',
  'Sun, 6 Nov 1994 08:49:37 GMT',
  'Sun, 06 Nvb 1994 08:49:37 GMT',
  'Wed, 31 Feb 2024 08:49:37 GMT',
  'Sun, 00 Nov 1994 08:49:37 GMT',
  'Sun, 06 Nov 1994 24:00:00 GMT',
  'Sun, 06 Nov 1994 08:60:37 GMT',
  'Sun, 06 Nov 1994 08:49:37 GMT, Mon, 07 Nov 1994 08:49:37 GMT',
])('%j is no HTTP date', (text) => {
  expect(httpDate(text, nowMs)).toBeUndefined();
});

test('a two-digit year up to 50 years ahead lies ahead; beyond that it lies in the past', () => {
  expect(httpDate('Sunday, 06-Nov-76 00:00:00 GMT', nowMs)).toBe(Date.UTC(2076, 10, 6));
  expect(httpDate('Sunday, 06-Nov-77 00:00:00 GMT', nowMs)).toBe(Date.UTC(1977, 10, 6));
  const nearTheTurn = Date.UTC(2099, 11, 31);
  expect(httpDate('Friday, 01-Jan-99 00:00:00 GMT', nearTheTurn)).toBe(Date.UTC(2099, 0, 1));
});

test('a two-digit year is the one within 50 years also across the turn of a century', () => {
  const nearTheTurn = Date.UTC(2099, 11, 31);
  expect(httpDate('Friday, 01-Jan-00 00:00:00 GMT', nearTheTurn)).toBe(Date.UTC(2100, 0, 1));
});

test('every time that is written as a server must write it is read back', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('1970-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
      (date) => {
        const wholeSecond = Math.floor(date.getTime() / 1000) * 1000;
        expect(httpDate(date.toUTCString(), nowMs)).toBe(wholeSecond);
      },
    ),
    { numRuns: 1000 },
  );
});
