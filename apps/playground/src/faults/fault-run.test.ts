import type { Receipt } from '@farebox/cost';
import { expect, it } from 'vitest';
import { type FaultRun, type FaultRunEvent, idleRun, isUnderWay, nextRun } from './fault-run.js';

const after = (...events: readonly FaultRunEvent[]): FaultRun => events.reduce(nextRun, idleRun);
const text = (piece: string): FaultRunEvent => ({ type: 'text', text: piece, atMs: 5 });

it('the first text is a step, and all of it is what was delivered', () => {
  const run = after({ type: 'started' }, text('A '), text('loop'));
  expect(run.text).toBe('A loop');
  expect(run.steps).toEqual([{ type: 'text', atMs: 5 }]);
});

it('a text without end is kept to what an eye can take', () => {
  expect(after({ type: 'started' }, text('x'.repeat(5_000)), text('y')).text).toHaveLength(2_000);
});

it('a receipt is a step, and kept', () => {
  const receipt = { id: 'a' } as Receipt;
  const run = after({ type: 'step', step: { type: 'settled', atMs: 1, receipt } });
  expect(run.receipts).toEqual([receipt]);
  expect(run.steps).toHaveLength(1);
});

it('a new run has nothing of the one before', () => {
  const ended = after(text('A'), { type: 'ended', end: 'completed', toolCalls: 1 });
  expect(nextRun(ended, { type: 'loading' })).toEqual({ ...idleRun, phase: 'loading' });
  expect(nextRun(ended, { type: 'cleared' })).toEqual(idleRun);
});

it('is under way from loading until it has ended, however it does', () => {
  expect(isUnderWay(idleRun)).toBe(false);
  expect(isUnderWay(after({ type: 'loading' }))).toBe(true);
  expect(isUnderWay(after({ type: 'started' }))).toBe(true);
  for (const type of ['stopped', 'broken'] as const)
    expect(isUnderWay(after({ type }))).toBe(false);
});
