import { ChatError } from '@farebox/core';
import { expect, test } from 'vitest';
import { failureOf } from './failure-of.js';

const codeUrl = 'blob:null/3f2a';

test('one of our errors brings its own fix', () => {
  const error = new ChatError({ kind: 'budget', message: 'Too much.' });
  expect(failureOf(error, codeUrl)).toMatchObject({
    name: 'BudgetExceededError',
    message: 'Too much.',
    fix: error.fix,
  });
});

test('the line is that of the cell, not of a library above it in the stack', () => {
  const error = new TypeError('No.');
  error.stack = `TypeError: No.\n  at f (blob:null/other:99:1)\n  at ${codeUrl}:7:3\n  at ${codeUrl}:9:1`;
  expect(failureOf(error, codeUrl).line).toBe(7);
});

test('a stack that does not know the cell has no line', () => {
  expect(failureOf(new Error('No.'), codeUrl)).toEqual({ name: 'Error', message: 'No.' });
});

test('reaching for the page or for Node is explained', () => {
  const reach = (name: string) => failureOf(new ReferenceError(`${name} is not defined`), '').fix;
  expect(reach('document')).toContain('apart from the page');
  expect(reach('Buffer')).toContain('not in Node');
  expect(reach('anything')).toBeUndefined();
});

test('what is thrown and no error is still told', () => {
  expect(failureOf('no', codeUrl)).toEqual({ name: 'Thrown', message: 'no' });
});

test('an error that throws when it is looked at is told without looking', () => {
  const error = new Error('No.');
  Object.defineProperty(error, 'message', {
    get() {
      throw new Error('gotcha');
    },
  });
  expect(failureOf(error, codeUrl).message).toContain('without throwing');
});
