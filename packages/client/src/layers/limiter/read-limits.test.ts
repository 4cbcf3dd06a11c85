import { expect, it } from 'vitest';
import { readLimits } from './read-limits.js';

function headers(limit: string, remaining = '', reset = ''): Headers {
  return new Headers({
    'x-ratelimit-limit-tokens': limit,
    'x-ratelimit-remaining-tokens': remaining,
    'x-ratelimit-reset-tokens': reset,
  });
}

it.each([
  ['12ms', 12],
  ['1s', 1000],
  ['6m0s', 360_000],
  ['1m30.951s', 90_951],
  ['14h29m11.04s', 52_151_040],
  ['soon', undefined],
  ['', undefined],
])('a reset of %j is %s ms', (reset, resetMs) => {
  expect(readLimits(headers('100', '7', reset), 'tokens')).toEqual({
    limit: 100,
    remaining: 7,
    resetMs,
  });
});

it.each(['-1', '0', '', '1e9', '1.5', 'many', '9'.repeat(20)])('a limit of %j is none', (limit) => {
  expect(readLimits(headers(limit, '1'), 'tokens')).toBeUndefined();
});

it('a negative remainder is unsaid, and the other limit is its own', () => {
  expect(readLimits(headers('5', '-1'), 'tokens')).toMatchObject({ remaining: undefined });
  expect(readLimits(headers('5', '1'), 'requests')).toBeUndefined();
});
