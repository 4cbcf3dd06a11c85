import { type ErrorKind, errorKinds } from '@farebox/core';
import { expect, it } from 'vitest';
import { fallbackKinds, kindsToFallBackOn } from './fallback-kinds.js';

it('every kind of error has its word', () => {
  expect(Object.keys(fallbackKinds).sort()).toEqual(Object.keys(errorKinds).sort());
});

it('a kind that is asked for joins those of the table', () => {
  expect(kindsToFallBackOn([]).has('authentication')).toBe(false);
  const kinds = kindsToFallBackOn(['authentication']);
  expect(kinds.has('authentication')).toBe(true);
  expect(kinds.has('server')).toBe(true);
});

it.each<ErrorKind>(['aborted', 'budget', 'configuration', 'store', 'schema'])(
  '%s cannot be asked for, and the message says what can',
  (kind) => {
    expect(() => kindsToFallBackOn([kind])).toThrow(`alsoOn has '${kind}'`);
  },
);
