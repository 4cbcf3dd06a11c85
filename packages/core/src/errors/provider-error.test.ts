import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readErrorBody, readProviderError } from './provider-error.js';

test("OpenAI's object gives its message, and its code before its type", () => {
  const error = {
    message: 'No.',
    type: 'invalid_request_error',
    code: 'invalid_value',
    param: 'n',
  };
  expect(readProviderError(error)).toEqual({
    message: 'No.',
    code: 'invalid_value',
    names: ['invalid_value', 'invalid_request_error'],
    status: undefined,
  });
  expect(readProviderError({ ...error, code: null }).code).toBe('invalid_request_error');
});

test('a numeric code, or a status in text, is read as a status', () => {
  expect(readProviderError({ code: 429, message: 'Slow down.' })).toMatchObject({
    code: '429',
    status: 429,
  });
  expect(readProviderError({ code: '503' }).status).toBe(503);
  expect(readProviderError({ code: 1234 })).toMatchObject({ code: undefined, status: undefined });
});

test("Google's list with a named status, and Azure's inner error, are understood", () => {
  const google = readErrorBody(
    '[{"error":{"code":429,"message":"m","status":"RESOURCE_EXHAUSTED"}}]',
  );
  expect(google).toMatchObject({ code: 'RESOURCE_EXHAUSTED', status: 429, message: 'm' });
  const azure = { code: 'content', innererror: { code: 'ResponsibleAIPolicyViolation' } };
  expect(readProviderError(azure).names).toContain('ResponsibleAIPolicyViolation');
});

test('an error that is only a text, or lies at the top of the body, is read as well', () => {
  expect(readErrorBody('{"error":"model not loaded"}')?.message).toBe('model not loaded');
  expect(readErrorBody('{"message":"m","code":"overloaded"}')).toMatchObject({
    message: 'm',
    code: 'overloaded',
  });
  expect(readErrorBody('{"detail":"Not Found"}')?.message).toBe('Not Found');
  expect(readErrorBody('"down"')?.message).toBe('down');
});

test.each(['', '<html>', '{"error":', 'upstream down'])('the body %j is no JSON', (body) => {
  expect(readErrorBody(body)).toBeUndefined();
});

test('a code that does not look like one is left out, because it ends up in logs', () => {
  for (const code of ['two words', 'x'.repeat(65), '\u001b[31mred', '', { toString: 1 }, true]) {
    expect(readProviderError({ code }).code).toBeUndefined();
  }
});

test('no JSON value whatever makes it throw', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      readProviderError(value);
      readErrorBody(JSON.stringify(value));
    }),
    { numRuns: 1000 },
  );
});

test('how long Google asks to wait stands among the details, in seconds, and is rounded up', () => {
  const waitOf = (details: unknown) =>
    readErrorBody(JSON.stringify([{ error: { code: 429, details } }]))?.retryAfterMs;
  const type = 'type.googleapis.com/google.rpc.RetryInfo';
  expect(waitOf([{ '@type': 'other' }, { '@type': type, retryDelay: '12.0004s' }])).toBe(12_001);
  for (const details of [
    [{ retryDelay: 12 }],
    [{ retryDelay: '-1s' }],
    [{ retryDelay: '1h' }],
    [null],
    {},
    undefined,
  ]) {
    expect(waitOf(details)).toBeUndefined();
  }
});
