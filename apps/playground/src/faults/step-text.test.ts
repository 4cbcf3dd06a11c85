import { ChatError, errorKinds } from '@farebox/core';
import type { Cost, Receipt } from '@farebox/cost';
import { describe, expect, it } from 'vitest';
import { idleRun } from './fault-run.js';
import { chargeText, endText, stepText } from './step-text.js';

const receiptOf = (cost: Cost) => ({ attempt: 2, outcome: 'server', cost }) as unknown as Receipt;

describe('a step', () => {
  it('says what happened, and why', () => {
    const error = new ChatError({ kind: 'server', message: 'The provider answered 503.' });
    expect(stepText({ type: 'wait', attempt: 1, atMs: 0, waitMs: 218, error })).toEqual({
      what: 'Waits 0.22 s, then sends again',
      why: 'The provider answered 503.',
    });
    const receipt = receiptOf({ known: 'bounded', amount: 1_000_000n });
    expect(stepText({ type: 'settled', atMs: 0, receipt })).toEqual({
      what: 'Attempt 2 ends: server',
      why: '$0.000001, the most it can have cost',
    });
  });

  it('says how a charge is known, and that nothing is nothing', () => {
    expect(chargeText(receiptOf({ known: 'reported', amount: 0n }))).toBe('nothing charged');
    expect(chargeText(receiptOf({ known: 'reported', amount: 1_000_000n }))).toBe(
      '$0.000001, as reported',
    );
    expect(chargeText(receiptOf({ known: 'unknown' }))).toBe('the cost is unknown');
  });
});

describe('the end', () => {
  it('is told only once there is one', () => {
    expect(endText(idleRun)).toBeUndefined();
    expect(endText({ ...idleRun, phase: 'running' })).toBeUndefined();
    expect(endText({ ...idleRun, phase: 'stopped' })?.what).toBe('You stopped the run');
  });

  it('of a failure says why no other attempt is made', () => {
    const error = new ChatError({
      kind: 'rate-limit',
      message: 'x',
      gaveUp: 'retry-after',
      retryAfterMs: 90_000,
    });
    expect(endText({ ...idleRun, phase: 'ended', end: error })).toEqual({
      what: `The call fails: ${errorKinds['rate-limit'].name}`,
      why: 'The provider asks for a wait of 90 s, which is too long.',
    });
  });
});
