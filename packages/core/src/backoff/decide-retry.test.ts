import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ChatError, type ChatErrorFacts } from '../errors/chat-error.js';
import { type ErrorKind, errorKinds } from '../errors/kinds.js';
import { decideRetry, defaultRetryPolicy, type RetryFacts } from './decide-retry.js';

const kinds = Object.keys(errorKinds) as ErrorKind[];
const half = () => 0.5;

function decide(error: Partial<ChatErrorFacts>, facts: Partial<RetryFacts> = {}, random = half) {
  const whole = new ChatError({ kind: 'server', message: 'Down.', ...error });
  return decideRetry(defaultRetryPolicy, { error: whole, attempt: 1, ...facts }, random);
}

test.each<[ErrorKind, ReturnType<typeof decide>]>([
  ['configuration', { giveUp: 'not-retried' }],
  ['budget', { giveUp: 'not-retried' }],
  ['authentication', { giveUp: 'not-retried' }],
  ['permission', { giveUp: 'not-retried' }],
  ['rate-limit', { retryInMs: 500 }],
  ['quota', { giveUp: 'not-retried' }],
  ['connection', { retryInMs: 125 }],
  ['timeout', { retryInMs: 125 }],
  ['server', { retryInMs: 125 }],
  ['protocol', { giveUp: 'not-retried' }],
  ['too-large', { giveUp: 'not-retried' }],
  ['truncated', { retryInMs: 125 }],
  ['content-filter', { giveUp: 'not-retried' }],
  ['refusal', { giveUp: 'not-retried' }],
  ['schema', { giveUp: 'not-retried' }],
  ['bad-request', { giveUp: 'not-retried' }],
  ['not-found', { giveUp: 'not-retried' }],
  ['context-length', { giveUp: 'not-retried' }],
  ['store', { giveUp: 'not-retried' }],
  ['aborted', { giveUp: 'not-retried' }],
])('a first failure of kind %s leads to %j', (kind, decision) => {
  expect(decide({ kind })).toEqual(decision);
});

test.each(['empty-body', 'invalid-json', 'not-http'])(
  'a reply broken by %s is worth one more attempt, and only one',
  (code) => {
    expect(decide({ kind: 'protocol', code })).toEqual({ retryInMs: 125 });
    expect(decide({ kind: 'protocol', code }, { attempt: 2 })).toEqual({ giveUp: 'attempts' });
  },
);

test('a policy without retries does not make an exception for broken replies', () => {
  const error = new ChatError({ kind: 'protocol', code: 'empty-body', message: 'Empty.' });
  const policy = { ...defaultRetryPolicy, retries: 0 };
  expect(decideRetry(policy, { error, attempt: 1 }, half)).toEqual({ giveUp: 'attempts' });
});

test('a broken reply of any other code is not sent again', () => {
  expect(decide({ kind: 'protocol', code: 'html' })).toEqual({ giveUp: 'not-retried' });
});

test.each([501, 505])(
  'status %d is not sent again, because nothing about it will change',
  (status) => {
    expect(decide({ status })).toEqual({ giveUp: 'not-retried' });
    expect(decide({ status: 503 })).toEqual({ retryInMs: 125 });
  },
);

test('two retries are three attempts: the third failure gives up', () => {
  expect(decide({}, { attempt: 2 })).toEqual({ retryInMs: 250 });
  expect(decide({}, { attempt: 3 })).toEqual({ giveUp: 'attempts' });
});

test('once a part of the answer was delivered nothing is sent again, whatever the server says', () => {
  for (const kind of kinds) {
    expect(decide({ kind, delivered: true, shouldRetry: true })).toEqual({ giveUp: 'delivered' });
  }
});

test("the server's no outranks the table for every kind", () => {
  for (const kind of kinds) {
    expect(decide({ kind, shouldRetry: false })).toEqual({ giveUp: 'not-retried' });
  }
});

test("the server's yes outranks the table, but not where another attempt cannot help", () => {
  const final = ['quota', 'authentication', 'configuration', 'budget', 'aborted', 'store'];
  for (const kind of kinds) {
    const decision = decide({ kind, shouldRetry: true });
    if (final.includes(kind)) expect(decision).toEqual({ giveUp: 'not-retried' });
    else expect(decision).toHaveProperty('retryInMs');
  }
  expect(decide({ status: 501, shouldRetry: true })).toEqual({ retryInMs: 125 });
  expect(decide({ kind: 'bad-request', shouldRetry: true }, { attempt: 3 })).toEqual({
    giveUp: 'attempts',
  });
});

test('a hint is a floor: the wait is the hint, or the backoff where that is longer', () => {
  expect(decide({ retryAfterMs: 3000 })).toEqual({ retryInMs: 3000 });
  expect(decide({ retryAfterMs: 100 })).toEqual({ retryInMs: 125 });
  expect(decide({ retryAfterMs: 0 })).toEqual({ retryInMs: 125 });
});

test('a hint of exactly the most allowed is waited for; one millisecond more gives up at once', () => {
  expect(decide({ kind: 'rate-limit', retryAfterMs: 60_000 })).toEqual({ retryInMs: 60_000 });
  expect(decide({ kind: 'rate-limit', retryAfterMs: 60_001 })).toEqual({ giveUp: 'retry-after' });
});

test('a wait that would reach the deadline gives up at once instead of sleeping towards it', () => {
  expect(decide({}, { remainingMs: 126 })).toEqual({ retryInMs: 125 });
  expect(decide({}, { remainingMs: 125 })).toEqual({ giveUp: 'deadline' });
  expect(decide({}, { remainingMs: -1 })).toEqual({ giveUp: 'deadline' });
});

test('where several reasons hold, the one named is the one that no later change could lift', () => {
  const hinted = { retryAfterMs: 90_000 };
  expect(decide(hinted, { attempt: 3, remainingMs: 1 })).toEqual({ giveUp: 'attempts' });
  expect(decide(hinted, { remainingMs: 1 })).toEqual({ giveUp: 'retry-after' });
});

test('a retry that costs exactly what the quota holds is sent; with one token less it gives up', () => {
  expect(decide({}, { quotaTokens: 14 })).toEqual({ retryInMs: 125 });
  expect(decide({}, { quotaTokens: 13 })).toEqual({ giveUp: 'retry-quota' });
  expect(decide({ kind: 'rate-limit' }, { quotaTokens: 5 })).toEqual({ retryInMs: 500 });
  expect(decide({ kind: 'rate-limit' }, { quotaTokens: 4 })).toEqual({ giveUp: 'retry-quota' });
});

test('an empty quota is named only where nothing else stands in the way', () => {
  const empty = { quotaTokens: 0 };
  expect(decide({ kind: 'quota' }, empty)).toEqual({ giveUp: 'not-retried' });
  expect(decide({}, { ...empty, attempt: 3 })).toEqual({ giveUp: 'attempts' });
  expect(decide({ retryAfterMs: 60_001 }, empty)).toEqual({ giveUp: 'retry-after' });
  expect(decide({}, { ...empty, remainingMs: 1 })).toEqual({ giveUp: 'deadline' });
});

test('for every kind, draw, attempt, hint and deadline the decision keeps its promises', () => {
  const facts = fc.record({
    kind: fc.constantFrom(...kinds),
    draw: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    attempt: fc.integer({ min: 1, max: 12 }),
    retries: fc.nat(10),
    retryAfterMs: fc.option(fc.nat(120_000), { nil: undefined }),
    remainingMs: fc.option(fc.nat(120_000), { nil: undefined }),
    shouldRetry: fc.option(fc.boolean(), { nil: undefined }),
    delivered: fc.boolean(),
  });
  fc.assert(
    fc.property(facts, ({ kind, draw, attempt, retries, remainingMs, ...rest }) => {
      const error = new ChatError({ kind, message: 'Down.', ...rest });
      const policy = { ...defaultRetryPolicy, retries };
      const decision = decideRetry(policy, { error, attempt, remainingMs }, () => draw);
      if ('giveUp' in decision) return;
      const { retryInMs } = decision;
      expect(rest.delivered).toBe(false);
      expect(attempt).toBeLessThanOrEqual(retries);
      expect(Number.isInteger(retryInMs)).toBe(true);
      expect(retryInMs).toBeGreaterThanOrEqual(rest.retryAfterMs ?? 0);
      expect(retryInMs).toBeLessThanOrEqual(Math.max(rest.retryAfterMs ?? 0, 20_000));
      expect(retryInMs).toBeLessThan(remainingMs ?? Number.POSITIVE_INFINITY);
    }),
    { numRuns: 2000 },
  );
});
