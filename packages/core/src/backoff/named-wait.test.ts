import { expect, test } from 'vitest';
import { namedWait } from './named-wait.js';

test.each([
  ['Please try again in 634ms.', 634],
  ['Please try again in 20s. Visit https://example.com to learn more.', 20_000],
  ['Please try again in 1m30s.', 90_000],
  ['Please try again in 6m0s.', 360_000],
  ['Please try again in 1h2m3s.', 3_723_000],
  ['Please try again in 1.1s', 1100],
  ['Please try again in 7.66s', 7660],
  ['Please retry in 34.074824224s.', 34_075],
  ['Please retry after 7 seconds.', 7000],
  ['Retry after 1 second', 1000],
  ['Try again in 2 minutes and 30 seconds.', 150_000],
  ['try again in 1 hour', 3_600_000],
  ['TRY AGAIN IN 5S', 5000],
])('%j names a wait of %d ms', (message, expected) => {
  expect(namedWait(message)).toBe(expected);
});

test.each([
  '',
  'Please try again later.',
  'Please try again in a moment.',
  'Please try again in 20.',
  'Please try again in 20 sheep.',
  'Please try again in -5s.',
  'The request took 20s.',
  'You have 30s left.',
])('%j names no wait', (message) => {
  expect(namedWait(message)).toBeUndefined();
});

test('a hostile message of a megabyte is read in a moment', () => {
  const message = `try again in ${'1s'.repeat(500_000)}`;
  expect(namedWait(message)).toBe(500_000_000);
  expect(namedWait('try again in '.repeat(80_000))).toBeUndefined();
});
