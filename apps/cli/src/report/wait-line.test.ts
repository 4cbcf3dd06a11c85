import { ChatError } from '@farebox/core';
import { expect, it } from 'vitest';
import { waitLine } from './wait-line.js';

it('is one line with the attempt, the reason and the wait', () => {
  const error = new ChatError({ kind: 'server', message: 'The provider answered 503:\nBusy.' });
  expect(waitLine(1, 1_234, error)).toBe(
    'farebox: attempt 1: The provider answered 503: Busy; waiting 1.2 s',
  );
});
