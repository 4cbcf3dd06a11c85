import { inspect } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyText } from '../fixtures/any-text.js';
import { classifyResponse } from './classify-response.js';

const nowMs = Date.UTC(2026, 10, 23);
const openai = (error: object) => JSON.stringify({ error });

function classify(status: number, body = '', headers: Record<string, string> = {}) {
  const secrets = ['sk-canary-0123456789abcdef'];
  return classifyResponse({ status, headers: new Headers(headers), body, nowMs, secrets });
}

test.each([
  [400, { code: 'context_length_exceeded' }, 'context-length'],
  [400, { code: 'content_filter' }, 'content-filter'],
  [400, { code: 'content_policy_violation' }, 'content-filter'],
  [400, { message: "This model's maximum context length is 8192 tokens." }, 'context-length'],
  [400, { message: 'API key not valid. Please pass a valid API key.' }, 'authentication'],
  [400, { code: 'billing_hard_limit_reached' }, 'quota'],
  [400, { code: 'model_not_found' }, 'not-found'],
  [400, { code: 'invalid_value' }, 'bad-request'],
  [400, { code: 'rate_limit_exceeded' }, 'bad-request'],
  [401, { code: 'invalid_api_key' }, 'authentication'],
  [402, { message: 'Insufficient credits' }, 'quota'],
  [403, { code: 'unsupported_country_region_territory' }, 'permission'],
  [403, { code: 'insufficient_quota' }, 'quota'],
  [404, { code: 'model_not_found' }, 'not-found'],
  [408, {}, 'timeout'],
  [409, {}, 'server'],
  [413, { message: 'Too big.' }, 'bad-request'],
  [422, { message: 'Unprocessable.' }, 'bad-request'],
  [429, { code: 'rate_limit_exceeded' }, 'rate-limit'],
  [429, { code: 'insufficient_quota' }, 'quota'],
  [429, { code: 'credit_balance_exhausted' }, 'quota'],
  [429, { code: 'organization_spend_limit_exceeded' }, 'quota'],
  [429, { code: 'project_spend_limit_exceeded' }, 'quota'],
  [429, { code: 'organization_usage_limit_exceeded' }, 'quota'],
  [429, { type: 'insufficient_quota', code: null }, 'quota'],
  [429, { message: 'You exceeded your current quota, check your billing details.' }, 'quota'],
  [429, { message: 'You exceeded your current quota. Please retry in 34.07s.' }, 'rate-limit'],
  [429, {}, 'rate-limit'],
  [500, { code: 'insufficient_quota' }, 'server'],
  [503, { message: 'maximum context length' }, 'server'],
] as const)('status %d with %j is a %s error', (status, error, kind) => {
  expect(classify(status, openai(error))).toMatchObject({ kind, status, delivered: false });
});

test('a quota wording beside a Retry-After header is a rate limit: who says when to come back has not closed', () => {
  const body = openai({ message: 'You exceeded your current quota.' });
  expect(classify(429, body, { 'retry-after': '30' }).kind).toBe('rate-limit');
});

test('an empty account is not retried even where the server names a wait', () => {
  const body = openai({ code: 'insufficient_quota', message: 'Out of credit.' });
  expect(classify(429, body, { 'retry-after': '30' }).kind).toBe('quota');
});

test('every fact that the reply holds is on the error', () => {
  const body = openai({ message: 'Overloaded.', code: 'overloaded', type: 'server_error' });
  const headers = { 'x-request-id': 'req_1', 'retry-after': '2', 'x-should-retry': 'false' };
  expect(classify(503, body, headers)).toMatchObject({
    kind: 'server',
    status: 503,
    code: 'overloaded',
    requestId: 'req_1',
    retryAfterMs: 2000,
    shouldRetry: false,
    message: 'The provider answered 503 Service Unavailable: Overloaded.',
  });
});

test("a limit's reset counts on a 429 that says nothing more exact, and on nothing else", () => {
  const reset = { 'x-ratelimit-reset-requests': '6m0s' };
  const later = openai({ message: 'Please try again in 634ms.' });
  expect(classify(429, '', reset).retryAfterMs).toBe(360_000);
  expect(classify(429, later, reset).retryAfterMs).toBe(634);
  expect(classify(429, '', { ...reset, 'retry-after': '2' }).retryAfterMs).toBe(2000);
  expect(classify(503, '', reset).retryAfterMs).toBeUndefined();
});

test("a limit's reset, which every reply has, does not make an empty account a rate limit", () => {
  const body = openai({ message: 'You exceeded your current quota.' });
  const error = classify(429, body, { 'x-ratelimit-reset-requests': '20ms' });
  expect(error).toMatchObject({ kind: 'quota', retryAfterMs: undefined });
});

test('a wait in the message counts where no header says so, also behind a long text', () => {
  const message = `Rate limit reached for ${'x y '.repeat(100)}. Please try again in 634ms.`;
  expect(classify(429, openai({ message })).retryAfterMs).toBe(634);
  expect(classify(429, openai({ message }), { 'retry-after': '2' }).retryAfterMs).toBe(2000);
});

test.each([
  ['', 'The provider answered 502 Bad Gateway with an empty body.', undefined],
  [' \n', 'The provider answered 502 Bad Gateway with an empty body.', undefined],
  [
    '<!DOCTYPE html><title>x</title>',
    'The provider answered 502 Bad Gateway with an HTML page, not with an error of its API.',
    'html',
  ],
  [
    '\ufeff<html><body>Log in</body></html>',
    'The provider answered 502 Bad Gateway with an HTML page, not with an error of its API.',
    'html',
  ],
  ['error code: 502', 'The provider answered 502 Bad Gateway: error code: 502', undefined],
  [
    '{"error":{"code":"bad_gateway"}}',
    'The provider answered 502 Bad Gateway (bad_gateway).',
    'bad_gateway',
  ],
  ['{"status":"down"}', 'The provider answered 502 Bad Gateway (down).', 'down'],
  ['{}', 'The provider answered 502 Bad Gateway without a reason.', undefined],
  ['{"error":', 'The provider answered 502 Bad Gateway without a reason.', undefined],
  ['[1,2', 'The provider answered 502 Bad Gateway without a reason.', undefined],
])('the body %j of a 502 reads as %j', (body, message, code) => {
  expect(classify(502, body)).toMatchObject({ kind: 'server', message, code });
});

test('an echoed key is neither in the message, nor in the code, nor in the request id', () => {
  const key = 'sk-canary-0123456789abcdef';
  const body = openai({ message: `Incorrect API key provided: ${key}.`, code: key });
  const error = classify(401, body, { 'x-request-id': key });
  expect(error.message).toBe(
    'The provider answered 401 Unauthorized: Incorrect API key provided: sk-…[redacted].',
  );
  expect(error).toMatchObject({ code: undefined, requestId: undefined });
  expect(inspect(error, { depth: 20, showHidden: true })).not.toContain('canary');
});

test('a redirect is a configuration error that names the other origin, not its path or query', () => {
  const location = 'https://user:pw@other.example/v1?key=sk-canary-0123456789abcdef';
  const error = classify(307, '', { location });
  expect(error).toMatchObject({ kind: 'configuration', code: 'redirect', status: 307 });
  expect(error.message).toContain('307 Temporary Redirect, a redirect to https://other.example.');
  expect(error.message).not.toMatch(/canary|pw|v1/);
  expect(error.fix).toContain('base URL');
  for (const other of [{ location: '/v2' }, { location: 'data:text/plain,x' }, {}]) {
    expect(classify(302, '', other as Record<string, string>).message).toContain('another path');
  }
});

test('a request id is kept only where it looks like one', () => {
  expect(classify(500, '', { 'x-request-id': 'req_0a-1.2:3' }).requestId).toBe('req_0a-1.2:3');
  expect(classify(500, '', { 'x-request-id': 'two words' }).requestId).toBeUndefined();
  expect(classify(500, '', { 'x-request-id': 'x'.repeat(129) }).requestId).toBeUndefined();
});

test.each([
  ['true', true],
  ['false', false],
  ['maybe', undefined],
])('x-should-retry: %s is read as %s', (value, expected) => {
  expect(classify(500, '', { 'x-should-retry': value }).shouldRetry).toBe(expected);
});

test('no body whatever makes it throw, and every message is one short line', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 300, max: 599 }),
      fc.oneof(
        anyText(100),
        fc.json(),
        fc.json().map((json) => `{"error":${json}}`),
      ),
      (status, body) => {
        const { message } = classify(status, body);
        expect(message).toMatch(/^The provider answered \d{3}/);
        expect(message).not.toMatch(/\p{Cc}/u);
        expect(message.length).toBeLessThan(300);
      },
    ),
    { numRuns: 1000 },
  );
});
