import { expect, it } from 'vitest';
import { errorOf } from '../fixtures/fake-call.js';
import { abortError } from './abort-error.js';

it('a layer that aborts with an error means that error', () => {
  const timeout = errorOf('timeout');
  expect(abortError(AbortSignal.abort(timeout))).toBe(timeout);
});

it("anything else is the caller's abort, with the reason as cause", () => {
  const error = abortError(AbortSignal.abort('enough'));
  expect(error).toMatchObject({ kind: 'aborted', cause: 'enough' });
});
