import { expect, test } from 'vitest';
import { requestIdOf } from './request-id.js';

const idIn = (id: string) => requestIdOf(new Headers({ 'x-request-id': id }));

test.each([
  'req_0123456789abcdef0123456789abcdef',
  '7b0f0c1e-3a5e-4d2f-9a57-0d9d8c1b2a3f',
  '2026.11.28:gateway-7',
  'a'.repeat(128),
])('%j is an id', (id) => {
  expect(idIn(id)).toBe(id);
});

test.each(['', 'two words', 'a/b', '<b>', 'é', 'a'.repeat(129)])('%j is none', (id) => {
  expect(idIn(id)).toBeUndefined();
});

test('a reply without the header has none', () => {
  expect(requestIdOf(new Headers())).toBeUndefined();
});

test('an id that repeats the key or the prompt is none', () => {
  const headers = new Headers({ 'x-request-id': 'req-canary-secret-1' });
  expect(requestIdOf(headers, { secrets: ['canary-secret-1'] })).toBeUndefined();
  const request = { messages: [{ role: 'user' as const, content: 'say canary-secret-1' }] };
  expect(requestIdOf(headers, { request })).toBeUndefined();
  expect(requestIdOf(headers, { secrets: ['another-secret'] })).toBe('req-canary-secret-1');
});

test("Anthropic's header is one as well, where the usual one is missing", () => {
  expect(requestIdOf(new Headers({ 'request-id': 'req_011' }))).toBe('req_011');
  const both = new Headers({ 'request-id': 'req_011', 'x-request-id': 'req_1' });
  expect(requestIdOf(both)).toBe('req_1');
});
