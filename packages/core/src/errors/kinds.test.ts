import { expect, test } from 'vitest';
import { errorKinds } from './kinds.js';

test('the table has every kind with the name, retry rule and exit code that scripts rely on', () => {
  const rows = Object.entries(errorKinds).map(
    ([kind, { name, retried, exit }]) => `${kind} · ${name} · ${retried} · ${exit}`,
  );
  expect(rows).toEqual([
    'configuration · ConfigurationError · no · 2',
    'budget · BudgetExceededError · no · 3',
    'authentication · AuthenticationError · no · 4',
    'permission · PermissionDeniedError · no · 4',
    'rate-limit · RateLimitError · yes · 5',
    'quota · QuotaExceededError · no · 5',
    'connection · APIConnectionError · yes · 6',
    'timeout · APITimeoutError · yes · 6',
    'server · ServerError · yes · 7',
    'protocol · ProtocolError · per-code · 7',
    'too-large · ResponseTooLargeError · no · 7',
    'truncated · StreamTruncatedError · opt-in · 8',
    'content-filter · ContentFilterError · no · 9',
    'refusal · RefusalError · no · 9',
    'schema · SchemaMismatchError · re-ask · 10',
    'bad-request · BadRequestError · no · 11',
    'not-found · NotFoundError · no · 11',
    'context-length · ContextLengthError · no · 11',
    'store · StoreError · no · 12',
    'aborted · AbortedError · no · 130',
  ]);
});

test.each(Object.entries(errorKinds))(
  'the cause and the fix of %s are whole sentences that differ',
  (_, { cause, fix }) => {
    for (const sentence of [cause, fix]) expect(sentence).toMatch(/^[A-Z].{10,}\.$/);
    expect(cause).not.toBe(fix);
  },
);

test('no two kinds share a name, so that a log tells them apart', () => {
  const names = Object.values(errorKinds).map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});
