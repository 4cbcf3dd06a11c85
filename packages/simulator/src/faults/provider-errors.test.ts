import { expect, it } from 'vitest';
import { errorWithCode, overloaded } from './provider-errors.js';

it.each([
  ['insufficient_quota', 'insufficient_quota', /^You exceeded your current quota, please check/],
  ['credit_balance_exhausted', 'insufficient_quota', /^Your credit balance is exhausted, please/],
  ['organization_spend_limit_exceeded', 'insufficient_quota', /organization .* spend limit/],
  ['project_spend_limit_exceeded', 'insufficient_quota', /project .* spend limit/],
  ['organization_usage_limit_exceeded', 'insufficient_quota', /organization .* usage limit/],
  ['rate_limit_exceeded', 'requests', /^Rate limit reached/],
  ['invalid_api_key', 'invalid_request_error', /^Incorrect API key provided/],
])('%s has words and a type of its own', (code, type, message) => {
  expect(errorWithCode(code)).toEqual({
    code,
    type,
    message: expect.stringMatching(message),
    param: null,
  });
});

it('without a code a provider is overloaded', () => {
  expect(errorWithCode(undefined)).toEqual(overloaded);
});

it.each(['anything', 'constructor', '__proto__'])(
  'the code %s has no words of its own, and is overloaded by that code',
  (code) => {
    expect(errorWithCode(code)).toEqual({ ...overloaded, code });
  },
);
