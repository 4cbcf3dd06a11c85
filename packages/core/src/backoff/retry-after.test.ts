import fc from 'fast-check';
import { expect, test } from 'vitest';
import { retryAfter } from './retry-after.js';

const nowMs = Date.UTC(2026, 10, 23, 12, 0, 0);
const read = (headers: Record<string, string>) => retryAfter(new Headers(headers), nowMs);

test.each([
  ['1', 1000],
  ['0', 0],
  ['90', 90_000],
  ['1.5', 1500],
  [' 7 ', 7000],
  ['86400', 86_400_000],
])('Retry-After: %j asks for %d ms', (value, expected) => {
  expect(read({ 'retry-after': value })).toBe(expected);
});

test.each([
  '-1',
  'NaN',
  'Infinity',
  '',
  ' ',
  '1e9',
  '0x10',
  '1,5',
  '1, 2',
  'soon',
  '+5',
  '.5',
  '9'.repeat(400),
  'Sun, 06 Nov 1994 08:49:37 GMT, Sun, 06 Nov 1994 08:49:37 GMT',
])('Retry-After: %j counts as unsaid, never as no wait', (value) => {
  expect(read({ 'retry-after': value })).toBeUndefined();
});

test('retry-after-ms wins over Retry-After, unless it is unclear', () => {
  expect(read({ 'retry-after-ms': '250', 'retry-after': '90' })).toBe(250);
  expect(read({ 'retry-after-ms': '250.2' })).toBe(251);
  expect(read({ 'retry-after-ms': '-1', 'retry-after': '90' })).toBe(90_000);
  expect(read({ 'retry-after-ms': 'soon' })).toBeUndefined();
});

test('no header asks for nothing', () => {
  expect(read({})).toBeUndefined();
});

test.each([
  'Mon, 23 Nov 2026 12:00:30 GMT',
  'Monday, 23-Nov-26 12:00:30 GMT',
  'Mon Nov 23 12:00:30 2026',
])('the date %j is 30 seconds away', (value) => {
  expect(read({ 'retry-after': value })).toBe(30_000);
});

test("a date is measured against the reply's own Date, so that a wrong local clock does not matter", () => {
  const headers = {
    'retry-after': 'Tue, 24 Nov 2026 12:00:30 GMT',
    date: 'Tue, 24 Nov 2026 12:00:00 GMT',
  };
  expect(read(headers)).toBe(30_000);
  expect(read({ ...headers, date: 'nonsense' })).toBe(86_400_000 + 30_000);
});

test('a date that is now asks for no wait; one that has passed counts as unsaid', () => {
  expect(read({ 'retry-after': 'Mon, 23 Nov 2026 12:00:00 GMT' })).toBe(0);
  expect(read({ 'retry-after': 'Mon, 23 Nov 2026 11:59:59 GMT' })).toBeUndefined();
});

test('nothing is clamped: any number of seconds comes back as it is', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 ** 9 }), (seconds) => {
      expect(read({ 'retry-after': String(seconds) })).toBe(seconds * 1000);
    }),
  );
});

test('whatever a server writes, the answer is undefined or a whole number of milliseconds, 0 or more', () => {
  const anyHeader = fc.string({
    unit: fc.constantFrom(...'0123456789.,-+eE :GMTSunNov'.split('')),
  });
  fc.assert(
    fc.property(anyHeader, anyHeader, anyHeader, (first, second, third) => {
      const waitMs = read({ 'retry-after': first, 'retry-after-ms': second, date: third }) ?? 0;
      expect(Number.isSafeInteger(waitMs) && waitMs >= 0).toBe(true);
    }),
    { numRuns: 1000 },
  );
});
