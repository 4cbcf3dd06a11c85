import type { Receipt } from '@farebox/cost';
import { expect, it } from 'vitest';
import { type FaultRun, type FaultRunEvent, idleRun, isUnderWay, nextRun } from './fault-run.js';

const after = (...events: readonly FaultRunEvent[]): FaultRun => events.reduce(nextRun, idleRun);
const text = (piece: string): FaultRunEvent => ({ type: 'text', text: piece });
const started: FaultRunEvent = { type: 'recorded', event: { type: 'started' } };

it('what is recorded is in its record, and all text is what was delivered', () => {
  const step = { type: 'attempt', attempt: 1, atMs: 0 } as const;
  const run = after(started, { type: 'recorded', event: step }, text('A '), text('loop'));
  expect(run.phase).toBe('running');
  expect(run.text).toBe('A loop');
  expect(run.record.steps).toEqual([step]);
});

it('a text without end is kept to what an eye can take', () => {
  expect(after(started, text('x'.repeat(5_000)), text('y')).text).toHaveLength(2_000);
});

it('receipts are kept in order', () => {
  const [a, b] = [{ id: 'a' } as Receipt, { id: 'b' } as Receipt];
  const run = after({ type: 'receipt', receipt: a }, { type: 'receipt', receipt: b });
  expect(run.receipts).toEqual([a, b]);
});

it('a new run has nothing of the one before', () => {
  const ended = after(text('A'), { type: 'ended', end: 'completed', toolCalls: 1 });
  expect(nextRun(ended, { type: 'loading' })).toEqual({ ...idleRun, phase: 'loading' });
  expect(nextRun(ended, { type: 'cleared' })).toEqual(idleRun);
});

it('is under way from loading until it has ended, however it does', () => {
  expect(isUnderWay(idleRun)).toBe(false);
  expect(isUnderWay(after({ type: 'loading' }))).toBe(true);
  expect(isUnderWay(after(started))).toBe(true);
  for (const type of ['stopped', 'broken'] as const)
    expect(isUnderWay(after({ type }))).toBe(false);
});
