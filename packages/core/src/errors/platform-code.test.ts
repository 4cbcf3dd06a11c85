import { expect, test } from 'vitest';
import { platformCode } from './platform-code.js';

const coded = (code: unknown) => Object.assign(new Error('words'), { code });

test('the code is found at the bottom of the causes', () => {
  const inner = new Error('other side closed', { cause: coded('ECONNRESET') });
  expect(platformCode(new TypeError('fetch failed', { cause: inner }))).toBe('ECONNRESET');
});

test('of several addresses that were tried, the first one counts', () => {
  const tries = new AggregateError([coded('ECONNREFUSED'), coded('EHOSTUNREACH')]);
  expect(platformCode(new TypeError('fetch failed', { cause: tries }))).toBe('ECONNREFUSED');
});

test('what does not look like a code is not one, and causes in a circle end', () => {
  expect(platformCode(coded('Bearer sk-something'))).toBeUndefined();
  expect(platformCode(coded(7))).toBeUndefined();
  expect(platformCode('words')).toBeUndefined();
  const circle = new Error('a');
  circle.cause = circle;
  expect(platformCode(circle)).toBeUndefined();
});
