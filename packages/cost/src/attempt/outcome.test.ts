import { ChatError, type ErrorKind, errorKinds } from '@farebox/core';
import { describe, expect, it } from 'vitest';
import { mayBeBilled, toChatError } from './outcome.js';

const free: ErrorKind[] = [
  'configuration',
  'authentication',
  'permission',
  'rate-limit',
  'quota',
  'bad-request',
  'not-found',
  'context-length',
  'content-filter',
];

describe('mayBeBilled', () => {
  it.each(Object.keys(errorKinds) as ErrorKind[])('knows the kind %s', (kind) => {
    const error = new ChatError({ kind, message: 'x' });
    expect(mayBeBilled(error)).toBe(!free.includes(kind));
  });

  it('bills whatever was delivered in part, also a rate limit in the middle of a stream', () => {
    const error = new ChatError({ kind: 'rate-limit', message: 'x', delivered: true });
    expect(mayBeBilled(error)).toBe(true);
  });

  it.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'proxy-refused'])(
    'charges nothing for %s',
    (code) => {
      expect(mayBeBilled(new ChatError({ kind: 'connection', code, message: 'x' }))).toBe(false);
    },
  );

  it('charges nothing where no connection came about in time, and believes no reply that says so', () => {
    const timeout = { kind: 'timeout', code: 'connect', message: 'x' } as const;
    expect(mayBeBilled(new ChatError(timeout))).toBe(false);
    expect(mayBeBilled(new ChatError({ ...timeout, status: 504 }))).toBe(true);
  });

  it('charges nothing for a call that was aborted before it was sent', () => {
    const error = new ChatError({ kind: 'aborted', code: 'not-sent', message: 'x' });
    expect(mayBeBilled(error)).toBe(false);
  });

  it('treats a reset connection as billed: the request may have run', () => {
    const error = new ChatError({ kind: 'connection', code: 'ECONNRESET', message: 'x' });
    expect(mayBeBilled(error)).toBe(true);
  });
});

describe('toChatError', () => {
  it.each([
    [{ status: 400 }, 'bad-request', false],
    [{ status: 401 }, 'authentication', false],
    [{ status: 408 }, 'timeout', true],
    [{ status: 429 }, 'rate-limit', false],
    [{ status: 429, code: 'insufficient_quota' }, 'quota', false],
    [{ status: 500 }, 'server', true],
    [{ name: 'APIUserAbortError' }, 'aborted', true],
    [{}, 'connection', true],
  ])("reads another client's error %j as %s", (facts, kind, billed) => {
    const error = toChatError(Object.assign(new Error('x'), facts));
    expect(error.kind).toBe(kind);
    expect(mayBeBilled(error)).toBe(billed);
  });

  it('survives whatever was thrown', () => {
    expect(toChatError(undefined).kind).toBe('connection');
    expect(toChatError('no').kind).toBe('connection');
  });
});
