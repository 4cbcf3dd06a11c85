import { ChatError } from '@farebox/core';
import { expect, it } from 'vitest';
import { brokeOffLine } from './broke-off-line.js';

const error = new ChatError({ kind: 'truncated', message: 'The stream\nended early.' });
const restart = (characters: number) =>
  ({ type: 'restart', attempt: 2, error, discard: { characters, chunks: 0 } }) as const;

it('says on one line why, which attempt follows, and how much above is void', () => {
  expect(brokeOffLine(restart(120), true)).toBe(
    'farebox: the answer broke off: The stream ended early; attempt 2 begins anew, discard the 120 characters above',
  );
  expect(brokeOffLine(restart(1), true)).toMatch(/ discard the 1 character above$/);
});

it('says that nothing is to be discarded where nothing was printed', () => {
  expect(brokeOffLine(restart(120), false)).toMatch(
    /begins anew, and nothing of the first was printed$/,
  );
});

it('says that an answer goes on, with nothing to discard', () => {
  expect(brokeOffLine({ type: 'continue', attempt: 3, error }, true)).toBe(
    'farebox: the answer broke off: The stream ended early; attempt 3 goes on with it',
  );
});
