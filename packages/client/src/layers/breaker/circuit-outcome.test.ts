import { type ErrorKind, errorKinds } from '@farebox/core';
import { expect, it } from 'vitest';
import { errorOf } from '../../fixtures/fake-call.js';
import { outcomeOfEnd, outcomeOfError } from './circuit-outcome.js';

const failing: readonly string[] = ['connection', 'timeout', 'server', 'truncated'];

it.each(Object.keys(errorKinds) as ErrorKind[])(
  'of all kinds only a server that is down is a failure (%s)',
  (kind) => {
    expect(outcomeOfError(errorOf(kind))).toBe(failing.includes(kind) ? 'failure' : 'unknown');
  },
);

it.each<[ErrorKind, number]>([
  ['rate-limit', 429],
  ['bad-request', 400],
  ['timeout', 408],
  ['server', 409],
])('a 4xx is an answer of a healthy server (%s %i)', (kind, status) => {
  expect(outcomeOfError(errorOf(kind, { status }))).toBe('success');
});

it('what was never sent says nothing of the server', () => {
  expect(outcomeOfError(errorOf('timeout', { code: 'not-sent' }))).toBe('unknown');
  expect(outcomeOfError(errorOf('connection', { code: 'circuit-open' }))).toBe('unknown');
  expect(outcomeOfError(new TypeError('a defect'))).toBe('unknown');
});

it('whoever breaks out of a stream had been answered; whoever aborts says nothing', () => {
  expect(outcomeOfEnd('completed')).toBe('success');
  expect(outcomeOfEnd('abandoned')).toBe('success');
  expect(outcomeOfEnd('aborted')).toBe('unknown');
  expect(outcomeOfEnd({ failed: errorOf('truncated') })).toBe('failure');
});
