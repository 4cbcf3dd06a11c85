import { expect, test } from 'vitest';
import { rateLimitReset } from './rate-limit-reset.js';

const header = (name: string) => `x-ratelimit-${name}`;
const read = (headers: Record<string, string>) =>
  rateLimitReset(
    new Headers(Object.entries(headers).map(([name, value]) => [header(name), value])),
  );

test.each([
  ['12ms', 12],
  ['1s', 1000],
  ['0s', 0],
  ['6m0s', 360_000],
  ['1m30s', 90_000],
  ['1h2m3s', 3_723_000],
  ['1.1s', 1100],
  ['2m59.56s', 179_560],
  ['1.5ms', 2],
  ['250us', 1],
  [' 20ms ', 20],
  ['24h0m0s', 86_400_000],
  ['30', 30_000],
  ['0', 0],
  ['7.66', 7660],
  ['0.0001', 1],
  ['999999999', 999_999_999_000],
])('%j is %d ms', (text, expected) => {
  expect(read({ 'reset-requests': text })).toBe(expected);
  expect(read({ 'reset-tokens': text })).toBe(expected);
});

test.each([
  '',
  '1764000000',
  '1764000000000',
  '-1',
  '1e3',
  '-1s',
  '1e3s',
  '1 s',
  '1d',
  's',
  '1.s',
  'soon',
  '1S',
  '1m, 2m',
])('%j counts as unsaid', (text) => {
  expect(read({ 'reset-requests': text })).toBeUndefined();
});

test('microseconds are read with either sign for micro', () => {
  for (const sign of ['µ', 'μ']) {
    expect(rateLimitReset({ get: () => `250${sign}s` })).toBe(1);
  }
});

test('no header, no hint', () => {
  expect(read({})).toBeUndefined();
});

const both = { 'reset-requests': '20s', 'reset-tokens': '6m0s' };

test.each([
  ['both limits are used up', { 'remaining-requests': '0', 'remaining-tokens': '0' }, 360_000],
  ['what is left is unsaid', {}, 360_000],
  ['what is left is unknown', { 'remaining-requests': '-1', 'remaining-tokens': '-1' }, 360_000],
  ['only requests are', { 'remaining-requests': '0', 'remaining-tokens': '900' }, 20_000],
  ['only tokens are', { 'remaining-requests': '9', 'remaining-tokens': '0' }, 360_000],
  ['the tokens left were too few', { 'remaining-requests': '9', 'remaining-tokens': '5' }, 360_000],
])('where %s, the limit that was met says when', (_, remaining, expected) => {
  expect(read({ ...both, ...remaining })).toBe(expected);
});

test('a limit that was not met gives no hint', () => {
  expect(read({ 'reset-requests': '20s', 'remaining-requests': '9' })).toBeUndefined();
});
