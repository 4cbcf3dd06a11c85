import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { RunEvent } from './run-event.js';
import { idleRecord, nextRecord, type RunRecord, recordBounds } from './run-record.js';

const after = (...events: readonly RunEvent[]): RunRecord => events.reduce(nextRecord, idleRecord);
const started: RunEvent = { type: 'started', deadlineMs: 60_000 };
const attempt = (number: number): RunEvent => ({ type: 'attempt', attempt: number, atMs: number });
const sent = (request: number): RunEvent => ({ type: 'sent', request, atMs: 20 });
const ended: RunEvent = { type: 'ended', atMs: 90, end: { how: 'completed' } };

it('a request belongs to the attempt that was announced last', () => {
  const record = after(started, attempt(1), sent(1), attempt(2), sent(2), sent(3));
  expect(record.replies.map((reply) => reply.attempt)).toEqual([1, 2, 2]);
});

it('headers are a step of their attempt, and bytes are kept in order', () => {
  const answered: RunEvent = {
    ...{ type: 'answered', request: 1, atMs: 30 },
    ...{ status: 429, contentType: 'application/json', retryAfter: '2' },
  };
  const read = (base64: string): RunEvent => {
    return { type: 'read', request: 1, atMs: 40, base64, length: 1, count: 1 };
  };
  const record = after(started, attempt(4), sent(1), answered, read('YQ=='), read('Yg=='));
  expect(record.steps.at(-1)).toMatchObject({ type: 'headers', attempt: 4, retryAfter: '2' });
  expect(record.replies[0]).toMatchObject({
    status: 429,
    headersAtMs: 30,
    length: 2,
    readCount: 2,
  });
  expect(record.replies[0]?.reads.map(({ base64 }) => base64)).toEqual(['YQ==', 'Yg==']);
});

it('reads past the bounds are counted, not kept', () => {
  const many: RunEvent = { type: 'read', request: 1, atMs: 5, base64: '', length: 900, count: 30 };
  const [reply] = after(started, attempt(1), sent(1), many).replies;
  expect(reply).toMatchObject({ length: 900, readCount: 30, reads: [] });
});

it('the first end of a body is how it ended: what is closed afterwards was over', () => {
  const over = (how: 'closed' | 'cancelled', atMs: number): RunEvent => {
    return { type: 'over', request: 1, atMs, how };
  };
  const record = after(started, attempt(1), sent(1), over('closed', 50), over('cancelled', 60));
  expect(record.replies[0]).toMatchObject({ ended: 'closed', endedAtMs: 50 });
});

it('what comes after the end is still recorded', () => {
  const record = after(started, attempt(1), sent(1), ended, {
    ...{ type: 'over', request: 1, atMs: 95, how: 'closed' },
  });
  expect(record).toMatchObject({ phase: 'ended', end: { how: 'completed' }, atMs: 95 });
});

it('a new run forgets the one before', () => {
  expect(nextRecord(after(started, attempt(1), sent(1), ended), { type: 'started' })).toEqual({
    ...idleRecord,
    phase: 'running',
  });
});

it('any number of events leaves a record of bounded size, its end in it, that JSON gives back', () => {
  const step = fc.oneof(
    fc.nat(500).map(attempt),
    fc.integer({ min: 1, max: 500 }).map(sent),
    fc.nat(9).map((atMs): RunEvent => ({ type: 'acted', atMs, what: 'x' })),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 600 }), (events) => {
      // Requests are numbered in order: a gap is none.
      let requests = 0;
      const inOrder = events.map((event) => (event.type === 'sent' ? sent(++requests) : event));
      const record = after(started, ...inOrder, ended);
      expect(record.steps.length).toBeLessThanOrEqual(recordBounds.steps + 1);
      expect(record.replies.length).toBeLessThanOrEqual(recordBounds.replies);
      expect(record.steps.at(-1)?.type).toBe('ended');
      expect(JSON.parse(JSON.stringify(record))).toEqual(record);
    }),
    { numRuns: 30 },
  );
});
