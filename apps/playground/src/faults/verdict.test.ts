import { ChatError } from '@farebox/core';
import type { Receipt } from '@farebox/cost';
import type { FaultCase } from '@farebox/simulator/fault-table';
import { describe, expect, it } from 'vitest';
import { errorRecord } from '../wire/error-record.js';
import type { RunStep } from '../wire/run-event.js';
import { idleRecord } from '../wire/run-record.js';
import { wholeAnswer } from './answer.js';
import { type FaultRun, idleRun } from './fault-run.js';
import { agrees, verdict } from './verdict.js';

const receipt = (known: 'reported' | 'bounded', amount: bigint) =>
  ({ cost: { known, amount } }) as unknown as Receipt;

const limited: FaultCase = {
  name: 'rate-limit-then-ok',
  script: ['rate-limit', 'ok'],
  expected: {
    kind: 'completed',
    delivered: true,
    retried: true,
    attempts: 2,
    money: ['none', 'reported'],
    exit: 0,
    waitsAtLeastMs: 250,
    waitsAtMostMs: 1_000,
  },
};
const wait = (waitMs: number) => {
  const error = new ChatError({ kind: 'rate-limit', message: 'x' });
  return { type: 'wait', attempt: 1, atMs: 0, waitMs, error: errorRecord(error) } as const;
};
const recordOf = (...steps: readonly RunStep[]) => ({ ...idleRecord, steps });
const right: FaultRun = {
  phase: 'ended',
  record: recordOf(wait(250)),
  text: wholeAnswer,
  toolCalls: 0,
  receipts: [receipt('reported', 0n), receipt('reported', 7n)],
  end: 'completed',
};
const wrongIn = (faultCase: FaultCase, run: FaultRun) =>
  verdict(faultCase, run).flatMap(({ what, seen, agrees }) => (agrees ? [] : [`${what}: ${seen}`]));

it('claims nothing before a run has ended', () => {
  for (const phase of ['idle', 'loading', 'running', 'stopped', 'broken'] as const) {
    const lines = verdict(limited, { ...right, phase });
    expect(agrees(lines)).toBeUndefined();
    expect(lines.every(({ seen }) => seen === undefined)).toBe(true);
  }
  expect(verdict(limited, idleRun).map(({ right }) => right)).toContain('nothing, then exact');
});

describe('a run', () => {
  it('agrees when all is as the table says', () => {
    expect(wrongIn(limited, right)).toEqual([]);
    expect(agrees(verdict(limited, right))).toBe(true);
  });

  it.each<[wrong: string, run: Partial<FaultRun>]>([
    ['Ends as: abandoned', { end: 'abandoned' }],
    ['Delivered: another text', { text: wholeAnswer.slice(1) }],
    ['Attempts: 1', { receipts: right.receipts.slice(1) }],
    [
      'Charged: nothing, then at most',
      { receipts: [receipt('reported', 0n), receipt('bounded', 7n)] },
    ],
    ['First wait: 0.25 s', { record: recordOf(wait(249)) }],
    ['First wait: 1.00 s', { record: recordOf(wait(1_001)) }],
    ['First wait: none', { record: recordOf() }],
  ])('with a defect does not: %s', (wrong, run) => {
    expect(wrongIn(limited, { ...right, ...run })).toContain(wrong);
    expect(agrees(verdict(limited, { ...right, ...run }))).toBe(false);
  });

  it('that fails is held to kind, code, exit code and the wait it was told', () => {
    const faultCase: FaultCase = {
      name: 'retry-after-90',
      script: ['rate-limit'],
      expected: {
        kind: 'rate-limit',
        code: 'rate_limit_exceeded',
        delivered: false,
        retried: true,
        attempts: 1,
        money: ['none'],
        exit: 5,
        gaveUp: 'retry-after',
        retryAfterMs: 90_000,
      },
    };
    const error = { kind: 'rate-limit', code: 'rate_limit_exceeded', message: 'x' } as const;
    const failed = (facts: Partial<ConstructorParameters<typeof ChatError>[0]>): FaultRun => ({
      ...right,
      record: recordOf(),
      text: '',
      receipts: [receipt('reported', 0n)],
      end: new ChatError({ ...error, retryAfterMs: 90_000, ...facts }),
    });
    expect(wrongIn(faultCase, failed({}))).toEqual([]);
    expect(wrongIn(faultCase, failed({ retryAfterMs: undefined }))).toEqual([
      'Was told to wait: nothing',
    ]);
    expect(wrongIn(faultCase, failed({ code: undefined }))).toEqual(['Code: none']);
    expect(wrongIn(faultCase, failed({ kind: 'quota' }))).toEqual(['Ends as: quota']);
    expect(wrongIn(faultCase, failed({ delivered: true }))).toEqual([
      'Delivered: nothing, not as it says',
    ]);
  });
});
