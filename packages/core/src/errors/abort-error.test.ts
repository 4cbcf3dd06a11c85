import { expect, it } from 'vitest';
import { abortError } from './abort-error.js';
import { ChatError } from './chat-error.js';

it('a layer that aborts with an error means that error', () => {
  const timeout = new ChatError({ kind: 'timeout', message: 'Too late.' });
  expect(abortError(AbortSignal.abort(timeout))).toBe(timeout);
});

it("anything else is the caller's abort, with the reason as cause", () => {
  const error = abortError(AbortSignal.abort('enough'));
  expect(error).toMatchObject({ kind: 'aborted', cause: 'enough' });
});
