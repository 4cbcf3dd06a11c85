import { ChatError, errorKinds } from '@farebox/core';
import { describe, expect, it } from 'vitest';
import { errorRecord } from '../wire/error-record.js';
import { chargeText } from './charge-text.js';
import { stepText } from './step-text.js';

const waitAfter = (waitMs: number, retryAfterMs?: number) => {
  const error = new ChatError({ kind: 'server', message: 'It answered 503.', retryAfterMs });
  return stepText({ type: 'wait', attempt: 1, atMs: 0, waitMs, error: errorRecord(error) });
};

describe('a wait', () => {
  it('says how long it is, whose word that is, and after what', () => {
    expect(waitAfter(218)).toEqual({
      what: 'Waits 0.22 s, then sends again',
      why: 'Backoff, drawn at random. It answered 503.',
    });
    expect(waitAfter(2_000, 2_000).why).toBe('The server asked for it. It answered 503.');
  });

  it('that is longer than asked for is backoff, and says what was asked for', () => {
    expect(waitAfter(900, 500).why).toMatch(/^Backoff, longer than the 0\.50 s that/);
    // Waits are whole milliseconds: the part of one is not the client's own.
    expect(waitAfter(501, 500.5).why).toMatch(/^The server asked for it/);
  });
});

it('headers are a status, a type, and the Retry-After as it was written', () => {
  const headers = { type: 'headers', atMs: 0, attempt: 1, status: 503 } as const;
  expect(
    stepText({ ...headers, contentType: 'text/html; charset=utf-8', retryAfter: '2' }),
  ).toEqual({ what: 'Headers: 503, text/html', why: 'Retry-After: 2' });
  expect(stepText({ ...headers, contentType: '' }).what).toBe('Headers: 503, no content type');
});

it('an attempt ends with what it is charged, and how that is known', () => {
  const charge = { known: 'bounded', usd: '0.000001' } as const;
  expect(stepText({ type: 'settled', atMs: 0, attempt: 2, outcome: 'server', charge })).toEqual({
    what: 'Attempt 2 ends: server',
    why: '$0.000001, the most it can have cost',
  });
  expect(chargeText({ known: 'reported', usd: '0.00' })).toBe('nothing charged');
  expect(chargeText({ known: 'reported', usd: '0.000001' })).toBe('$0.000001, as reported');
  expect(chargeText({ known: 'estimated', usd: '1' })).toBe('$1, at an assumed price');
  expect(chargeText({ known: 'unknown' })).toBe('the cost is unknown');
});

describe('the end', () => {
  const endOf = (facts: Partial<ConstructorParameters<typeof ChatError>[0]>) => {
    const error = new ChatError({ kind: 'rate-limit', message: 'x', ...facts });
    return stepText({ type: 'ended', atMs: 0, end: { how: 'failed', error: errorRecord(error) } });
  };

  it('of a failure says why no other attempt is made', () => {
    expect(endOf({ gaveUp: 'retry-after', retryAfterMs: 90_000 })).toEqual({
      what: `The call fails: ${errorKinds['rate-limit'].name}`,
      why: 'The provider asks for a wait of 90 s, which is too long.',
    });
    expect(endOf({ gaveUp: 'attempts', delivered: true }).why).toContain('A part was delivered');
    expect(endOf({ gaveUp: 'budget' }).why).toBe('No budget is left.');
  });

  it('of an abort needs no reason', () => {
    expect(endOf({ kind: 'aborted', delivered: true })).toEqual({
      what: `The call fails: ${errorKinds.aborted.name}`,
    });
  });
});
