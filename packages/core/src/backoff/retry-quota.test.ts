import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ChatError } from '../errors/chat-error.js';
import { type ErrorKind, errorKinds } from '../errors/kinds.js';
import { retryCost, retryQuota } from './retry-quota.js';

const origin = 'https://api.example.com';

test('a retry costs 14 tokens, after a rate limit 5', () => {
  for (const kind of Object.keys(errorKinds) as ErrorKind[]) {
    const error = new ChatError({ kind, message: 'Down.' });
    expect(retryCost(error)).toBe(kind === 'rate-limit' ? 5 : 14);
  }
});

test('500 tokens are 35 retries, and no success in between makes the 36th impossible', () => {
  const quota = retryQuota();
  for (let retry = 0; retry < 35; retry++) quota.take(origin, 14);
  expect(quota.left(origin)).toBe(10);
});

test('each origin has its own tokens', () => {
  const quota = retryQuota();
  quota.take(origin, 14);
  expect(quota.left(origin)).toBe(486);
  expect(quota.left('https://other.example.com')).toBe(500);
});

test('what is given back never makes more than there were at first', () => {
  const quota = retryQuota({ tokens: 20 });
  quota.giveBack(origin, 1);
  expect(quota.left(origin)).toBe(20);
  quota.take(origin, 14);
  quota.giveBack(origin, 1);
  expect(quota.left(origin)).toBe(7);
  quota.giveBack(origin, 14);
  expect(quota.left(origin)).toBe(20);
});

test('without a limit there is always enough', () => {
  const quota = retryQuota({ tokens: Number.POSITIVE_INFINITY });
  quota.take(origin, 14);
  expect(quota.left(origin)).toBe(Number.POSITIVE_INFINITY);
});

test.each([-1, Number.NaN])('%d tokens are refused', (tokens) => {
  expect(() => retryQuota({ tokens })).toThrow(/tokens is .*0 or more/);
});

test('whatever is taken and given back, 0 ≤ tokens ≤ 500', () => {
  const steps = fc.array(fc.tuple(fc.boolean(), fc.constantFrom(1, 5, 14)), { maxLength: 200 });
  fc.assert(
    fc.property(steps, (all) => {
      const quota = retryQuota();
      for (const [isTaken, tokens] of all) {
        if (isTaken) quota.take(origin, tokens);
        else quota.giveBack(origin, tokens);
        expect(quota.left(origin)).toBeGreaterThanOrEqual(0);
        expect(quota.left(origin)).toBeLessThanOrEqual(500);
      }
    }),
  );
});
