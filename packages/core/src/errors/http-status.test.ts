import { expect, test } from 'vitest';
import { kindOfStatus, statusLine } from './http-status.js';

test.each([
  [301, 'configuration'],
  [307, 'configuration'],
  [400, 'bad-request'],
  [401, 'authentication'],
  [402, 'quota'],
  [403, 'permission'],
  [404, 'not-found'],
  [407, 'configuration'],
  [408, 'timeout'],
  [409, 'server'],
  [413, 'bad-request'],
  [415, 'bad-request'],
  [418, 'bad-request'],
  [422, 'bad-request'],
  [429, 'rate-limit'],
  [499, 'bad-request'],
  [500, 'server'],
  [503, 'server'],
  [520, 'server'],
  [529, 'server'],
  [599, 'server'],
  [204, 'protocol'],
] as const)('status %d alone is a %s error', (status, kind) => {
  expect(kindOfStatus(status)).toBe(kind);
});

test('a status is written with its name where it has one', () => {
  expect(statusLine(429)).toBe('429 Too Many Requests');
  expect(statusLine(418)).toBe('418');
});
