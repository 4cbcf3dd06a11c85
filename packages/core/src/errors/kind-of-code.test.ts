import { expect, test } from 'vitest';
import { kindOfNames, kindOfWording } from './kind-of-code.js';

test.each([
  [['insufficient_quota'], 'quota'],
  [['context_length_exceeded', 'invalid_request_error'], 'context-length'],
  [['invalid_request_error', 'content_policy_violation'], 'content-filter'],
  [['rate_limit_exceeded', 'tokens'], 'rate-limit'],
  [['RESOURCE_EXHAUSTED'], 'rate-limit'],
  [['ResponsibleAIPolicyViolation'], 'content-filter'],
  [['overloaded_error'], 'server'],
  [['invalid_request_error'], 'bad-request'],
  [['something_new'], undefined],
  [[], undefined],
] as const)('the names %j speak of %s', (names, kind) => {
  expect(kindOfNames(names)).toBe(kind);
});

test('a name that every object inherits is no code', () => {
  expect(kindOfNames(['constructor', 'toString', '__proto__'])).toBeUndefined();
});

test.each([
  [
    "This model's maximum context length is 128000 tokens. However, you requested …",
    'context-length',
  ],
  ['prompt is too long: 210000 tokens > 200000 maximum', 'context-length'],
  ['You exceeded your current quota, please check your plan and billing details.', 'quota'],
  ['Your credit balance is too low to access the API.', 'quota'],
  ['Insufficient Balance', 'quota'],
  ['API key not valid. Please pass a valid API key.', 'authentication'],
  ['Rate limit reached. Need more? Visit https://example.com/settings/billing', undefined],
  ['Temperature must be at most 2.', undefined],
] as const)('the wording %j speaks of %s', (message, kind) => {
  expect(kindOfWording(message)).toBe(kind);
});
