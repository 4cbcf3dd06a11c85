import { ChatError } from '@farebox/core';
import { expect, it } from 'vitest';
import { errorRecord } from '../wire/error-record.js';
import type { RunEvent } from '../wire/run-event.js';
import { idleRecord, nextRecord } from '../wire/run-record.js';
import { timelineLanes } from './timeline-lanes.js';

const lanesOf = (...events: readonly RunEvent[]) =>
  timelineLanes(events.reduce(nextRecord, nextRecord(idleRecord, { type: 'started' })));
const error = errorRecord(new ChatError({ kind: 'server', message: 'x', retryAfterMs: 500 }));
const charge = { known: 'bounded', usd: '0.1' } as const;

/** An attempt that fails after 100 ms and is sent again after 500. */
const first: readonly RunEvent[] = [
  { type: 'attempt', attempt: 1, atMs: 0 },
  { type: 'sent', request: 1, atMs: 10 },
  { type: 'answered', request: 1, atMs: 60, status: 503, contentType: 'text/html' },
  { type: 'read', request: 1, atMs: 80, base64: 'aGk=', length: 2, count: 1 },
  { type: 'over', request: 1, atMs: 90, how: 'closed' },
  { type: 'settled', attempt: 1, atMs: 100, outcome: 'server', charge },
  { type: 'wait', attempt: 1, atMs: 100, waitMs: 500, error },
];

it('an attempt is sent, gets headers, reads, and ends; the wait is its own', () => {
  expect(lanesOf(...first)).toEqual([
    {
      attempt: 1,
      sentAtMs: 10,
      headersAtMs: 60,
      status: 503,
      readsAtMs: [80],
      readCount: 1,
      bytes: 2,
      endedAtMs: 100,
      outcome: 'server',
      wait: { fromMs: 100, toMs: 600, waitMs: 500, asked: true },
    },
  ]);
});

it('a wait ends with the next attempt, whatever was planned; that one is open until it ends', () => {
  const lanes = lanesOf(
    ...first,
    { type: 'attempt', attempt: 2, atMs: 605 },
    { type: 'first-token', attempt: 2, atMs: 700 },
  );
  expect(lanes[0]?.wait?.toMs).toBe(605);
  expect(lanes[1]).toMatchObject({ sentAtMs: 605, firstTokenAtMs: 700 });
  expect(lanes[1]).not.toHaveProperty('endedAtMs');
});

it('a wait that the caller leaves is as long as it was', () => {
  const end = { how: 'failed', error: { ...error, kind: 'aborted' } } as const;
  const [lane] = lanesOf(...first, { type: 'ended', atMs: 300, end });
  expect(lane?.wait?.toMs).toBe(300);
});

it('of thousands of reads so many are drawn as can be told apart', () => {
  const reads = Array.from(
    { length: 2_000 },
    (_, atMs): RunEvent => ({
      type: 'read',
      request: 1,
      atMs,
      base64: 'aA==',
      length: 1,
      count: 1,
    }),
  );
  const [lane] = lanesOf(...first.slice(0, 3), ...reads);
  expect(lane?.readCount).toBe(2_000);
  expect(lane?.readsAtMs.length).toBeGreaterThan(100);
  expect(lane?.readsAtMs.length).toBeLessThanOrEqual(240);
});
