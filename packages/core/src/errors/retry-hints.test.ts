import { expect, test } from 'vitest';
import { saidWait, shouldRetryOf, waitFor } from './retry-hints.js';

const nowMs = Date.parse('2026-10-21T07:28:00Z');
const reply = (headers: Record<string, string>) => ({ headers: new Headers(headers), nowMs });

test('a header outranks what the message says', () => {
  expect(saidWait(reply({ 'retry-after': '3' }), 'Please try again in 634ms.')).toBe(3000);
  expect(saidWait(reply({}), 'Please try again in 634ms.')).toBe(634);
  expect(saidWait(undefined, 'Please try again in 634ms.')).toBe(634);
  expect(saidWait(reply({}), 'Something failed.')).toBeUndefined();
});

test('a date in a header counts from when the reply came', () => {
  const headers = { 'retry-after': 'Wed, 21 Oct 2026 07:28:02 GMT' };
  expect(saidWait(reply(headers), '')).toBe(2000);
});

test('when a limit is free again is a hint only where a limit was met and nothing more exact is said', () => {
  const resets = reply({ 'x-ratelimit-reset-requests': '6m0s' });
  expect(waitFor('rate-limit', undefined, resets)).toBe(360_000);
  expect(waitFor('rate-limit', 10, resets)).toBe(10);
  expect(waitFor('server', undefined, resets)).toBeUndefined();
  expect(waitFor('rate-limit', undefined, undefined)).toBeUndefined();
});

test.each([
  ['true', true],
  ['false', false],
  ['TRUE', undefined],
  ['', undefined],
])('x-should-retry: %j means %j', (word, expected) => {
  expect(shouldRetryOf(reply({ 'x-should-retry': word }))).toBe(expected);
});

test('without the header, or without a reply, nothing is said', () => {
  expect(shouldRetryOf(reply({}))).toBeUndefined();
  expect(shouldRetryOf(undefined)).toBeUndefined();
});

test('a field of the error outranks its message, and a header both', () => {
  expect(saidWait(reply({}), 'Please try again in 634ms.', 7000)).toBe(7000);
  expect(saidWait(reply({ 'retry-after': '3' }), '', 7000)).toBe(3000);
});
