import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import type { PartialCompletion } from '../wire/completion.js';
import { ChatError, isChatError } from './chat-error.js';

const partial: PartialCompletion = {
  id: 'chatcmpl-1',
  object: 'chat.completion',
  created: 0,
  model: 'gpt-4o-mini',
  choices: [
    {
      index: 0,
      message: { role: 'assistant', content: 'canary-answer', refusal: null },
      finish_reason: null,
      logprobs: null,
    },
  ],
};

test('an error has the name, the fix and the exit code of its kind', () => {
  const error = new ChatError({ kind: 'quota', message: 'You have no credit left.' });
  expect(error).toBeInstanceOf(Error);
  expect(error.name).toBe('QuotaExceededError');
  expect(error.exit).toBe(5);
  expect(error.fix).toContain('Add credit');
  expect(String(error)).toBe('QuotaExceededError: You have no credit left.');
});

test('what is not said is undefined, nothing was delivered, and one attempt was made', () => {
  const error = new ChatError({ kind: 'server', message: 'Down.' });
  expect(error).toMatchObject({ delivered: false, attempts: 1 });
  for (const fact of ['status', 'code', 'requestId', 'retryAfterMs', 'shouldRetry', 'gaveUp']) {
    expect(error).toHaveProperty(fact, undefined);
  }
  expect(error.partial).toBeUndefined();
  expect('cause' in error).toBe(false);
});

test('the partial answer is there when asked for, and in no log by accident', () => {
  const error = new ChatError({ kind: 'truncated', message: 'Cut off.', partial });
  expect(error.partial).toBe(partial);
  const shown = [
    inspect(error, { depth: 20, showHidden: true }),
    inspect({ error }, { depth: 20, getters: false }),
    JSON.stringify(error),
    JSON.stringify({ ...error }),
    String(error.stack),
  ];
  for (const text of shown) expect(text).not.toContain('canary-answer');
});

test('the guard knows an error of another copy of this package, and nothing else', () => {
  const fromAnotherCopy = Object.defineProperty(
    new Error('Down.'),
    Symbol.for('farebox.ChatError'),
    {
      value: true,
    },
  );
  expect(isChatError(fromAnotherCopy)).toBe(true);
  expect(isChatError(new ChatError({ kind: 'server', message: 'Down.' }))).toBe(true);
  for (const other of [new Error('Down.'), { kind: 'server' }, null, undefined, 'server', 7]) {
    expect(isChatError(other)).toBe(false);
  }
});

test('with changes what it names, and keeps every other fact and the stack', () => {
  const cause = new Error('socket');
  const error = new ChatError({
    kind: 'truncated',
    message: 'Cut off.',
    fix: 'Ask again.',
    delivered: true,
    status: 200,
    code: 'ECONNRESET',
    requestId: 'req_1',
    retryAfterMs: 10,
    shouldRetry: true,
    partial,
    cause,
  });
  const copy = error.with({ attempts: 3, gaveUp: 'delivered' });
  expect(copy).not.toBe(error);
  expect(copy).toMatchObject({
    kind: 'truncated',
    message: 'Cut off.',
    fix: 'Ask again.',
    delivered: true,
    status: 200,
    code: 'ECONNRESET',
    requestId: 'req_1',
    retryAfterMs: 10,
    shouldRetry: true,
    attempts: 3,
    gaveUp: 'delivered',
  });
  expect(copy.partial).toBe(partial);
  expect(copy.cause).toBe(cause);
  expect(copy.stack).toBe(error.stack);
  expect(isChatError(copy)).toBe(true);
  expect(error).toMatchObject({ attempts: 1, gaveUp: undefined });
});

test('with undefined takes a fact away', () => {
  const error = new ChatError({ kind: 'server', message: 'Down.', retryAfterMs: 10 });
  expect(error.with({ retryAfterMs: undefined }).retryAfterMs).toBeUndefined();
});

test('a refusal by a budget has its scope, in words that JSON can hold, and keeps it when facts are changed', () => {
  const scope = { id: 'user-7', window: 'day:2026-11-28@UTC', limitUsd: '0.5' };
  const error = new ChatError({ kind: 'budget', message: 'No room.', scope });
  expect(error.with({ attempts: 2 }).scope).toEqual(scope);
  expect(JSON.parse(JSON.stringify(error)).scope).toEqual(scope);
  expect(new ChatError({ kind: 'server', message: 'Down.' }).scope).toBeUndefined();
});
