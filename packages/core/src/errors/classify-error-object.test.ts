import fc from 'fast-check';
import { expect, test } from 'vitest';
import { classifyErrorObject } from './classify-error-object.js';
import { classifyResponse } from './classify-response.js';

test.each([
  [{ code: 429, message: 'Slow down.' }, 'rate-limit', 429],
  [{ code: '429' }, 'rate-limit', 429],
  [{ code: 402 }, 'quota', 402],
  [{ code: 401 }, 'authentication', 401],
  [{ code: 502 }, 'server', 502],
  [{ code: 400 }, 'bad-request', 400],
  [{ code: 400, message: 'maximum context length is 10' }, 'context-length', 400],
  [{ code: 'insufficient_quota' }, 'quota', 200],
  [{ code: 429, type: 'insufficient_quota' }, 'quota', 429],
  [{ code: 'rate_limit_exceeded' }, 'rate-limit', 200],
  [{ type: 'overloaded_error' }, 'server', 200],
  [{ type: 'invalid_request_error', code: 'context_length_exceeded' }, 'context-length', 200],
  [{ type: 'invalid_request_error' }, 'bad-request', 200],
  [{ code: 'content_filter' }, 'content-filter', 200],
  [{ message: 'Something new.' }, 'server', 200],
  ['overloaded', 'server', 200],
  ['Your credit balance is too low.', 'quota', 200],
  [null, 'server', 200],
  [undefined, 'server', 200],
  [{}, 'server', 200],
] as const)('%j in a reply is a %s error with status %d', (error, kind, status) => {
  expect(classifyErrorObject(error, { status: 200 })).toMatchObject({ kind, status });
});

test.each([400, 401, 402, 403, 404, 408, 409, 413, 422, 429, 500, 503, 529])(
  'the code %d in a reply maps like the HTTP status',
  (code) => {
    const headers = new Headers();
    const http = classifyResponse({ status: code, headers, body: '{}', nowMs: 0 });
    expect(classifyErrorObject({ code }, {}).kind).toBe(http.kind);
  },
);

test('what the caller knows of the reply is on the error', () => {
  const partial = {
    id: '',
    object: 'chat.completion' as const,
    created: 0,
    model: 'm',
    choices: [],
  };
  const facts = { status: 200, requestId: 'req_1', delivered: true, partial };
  const error = classifyErrorObject({ message: 'Please try again in 20s.' }, facts);
  expect(error).toMatchObject({ requestId: 'req_1', delivered: true, retryAfterMs: 20_000 });
  expect(error.partial).toBe(partial);
});

test('the message has the code and the cleaned, redacted words of the provider', () => {
  const error = { code: 'server_error', message: 'Failed\nfor sk-proj-abc123def456' };
  expect(classifyErrorObject(error, {}).message).toBe(
    'The provider sent an error (server_error) in its reply: Failed for sk-…[redacted]',
  );
  expect(classifyErrorObject({}, {}).message).toBe('The provider sent an error in its reply.');
});

test('a secret in the code is left out', () => {
  const secrets = ['canary_secret_1'];
  const error = classifyErrorObject({ code: 'canary_secret_1', message: 'No.' }, { secrets });
  expect(error.code).toBeUndefined();
  expect(error.message).toBe('The provider sent an error in its reply: No.');
});

test('no value whatever makes it throw', () => {
  fc.assert(
    fc.property(fc.anything({ withBigInt: true, withNullPrototype: true }), (error) => {
      expect(classifyErrorObject(error, {}).message).toMatch(/^The provider sent an error/);
    }),
    { numRuns: 1000 },
  );
});
