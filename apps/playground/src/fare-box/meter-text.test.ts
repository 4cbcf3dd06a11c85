import type { Receipt } from '@farebox/cost';
import { expect, test } from 'vitest';
import { type CallState, idleCall } from '../call/call-state.js';
import { meterText } from './meter-text.js';

const paid = (amount: bigint): CallState => ({
  ...idleCall,
  phase: 'completed',
  receipts: [{ cost: { known: 'reported', amount } } as Receipt],
});
const done = (call: CallState) => ({ call, guess: undefined });
const running = (cost: bigint | undefined) => ({
  call: { ...idleCall, phase: 'streaming' } as const,
  guess: { inputTokens: 5, outputTokens: 5, cost },
});

test('before anything is asked it is ready', () => {
  expect(meterText([done(idleCall), done(idleCall)])).toMatchObject({ label: 'Ready' });
});

test('several runs are their sum, exact once all have ended', () => {
  expect(meterText([done(paid(1_000_000n)), done(paid(2_000_000n))])).toEqual({
    label: '2 runs, exact',
    amount: '$0.000003',
    detail: '',
  });
});

test('while one runs the sum is a guess, of what was paid and what is guessed', () => {
  expect(meterText([done(paid(1_000_000n)), running(2_000_000n)])).toMatchObject({
    label: '1 of 2 running, estimated',
    amount: '≈ $0.000003',
  });
});

test('a guess that is missing makes no sum', () => {
  expect(meterText([done(paid(1_000_000n)), running(undefined)]).amount).toBe('…');
});

test('those that were turned away are counted, and cost nothing', () => {
  const refused = done({ ...idleCall, phase: 'refused' });
  expect(meterText([done(paid(1_000_000n)), refused])).toMatchObject({
    amount: '$0.000001',
    detail: '1 of 2 refused',
  });
});
