import { ChatError } from '@farebox/core';
import type { Receipt } from '@farebox/cost';
import type { FaultCase } from '@farebox/simulator/fault-table';
import { describe, expect, it } from 'vitest';
import { wholeText } from '../whole-answer.ts';
import { differences } from './judge.ts';
import type { Observation } from './observation.ts';

const receipt = (id: string, known: 'reported' | 'bounded', amount: bigint) =>
  ({ id, cost: { known, amount } }) as unknown as Receipt;

const completed: FaultCase = {
  name: 'rate-limit-then-ok',
  script: ['rate-limit', 'ok'],
  expected: {
    kind: 'completed',
    delivered: true,
    retried: true,
    attempts: 2,
    money: ['none', 'reported'],
    exit: 0,
    waitsAtLeastMs: 500,
    waitsAtMostMs: 1_000,
  },
};
const whole: Observation = {
  text: wholeText,
  toolCalls: [],
  error: undefined,
  untyped: undefined,
  left: false,
  receipts: [receipt('a', 'reported', 0n), receipt('b', 'reported', 7n)],
  events: [{ type: 'wait', attempt: 1, waitMs: 700, error: failure({}) }],
  ends: [['completed']],
  stillReserved: 0n,
  timersLeft: 0,
  listenersLeft: 0,
  leaks: [],
  sent: 2,
  waitsMs: [701],
  elapsedMs: 800,
};

const cut: FaultCase = {
  name: 'cut',
  script: ['cut'],
  expected: {
    kind: 'truncated',
    code: 'no-finish',
    delivered: true,
    retried: false,
    attempts: 1,
    money: ['bounded'],
    exit: 8,
  },
};
const broken: Observation = {
  ...whole,
  text: 'A loop',
  error: failure({}),
  receipts: [receipt('a', 'bounded', 7n)],
  events: [],
  ends: [[{ failed: failure({}) }]],
  sent: 1,
  waitsMs: [],
};

function failure(facts: Partial<ConstructorParameters<typeof ChatError>[0]>): ChatError {
  const partial = {
    choices: [{ index: 0, message: { role: 'assistant', content: 'A loop runs' } }],
  };
  return new ChatError({
    kind: 'truncated',
    code: 'no-finish',
    message: 'The stream ended.',
    delivered: true,
    partial: partial as never,
    ...facts,
  });
}

describe('what the table says, seen', () => {
  it('is no difference', () => {
    expect(differences(completed, whole)).toEqual([]);
    expect(differences(cut, broken)).toEqual([]);
  });

  it.each<[sentence: RegExp, seen: Partial<Observation>]>([
    [/^the answer is not the whole one$/, { text: wholeText.slice(1) }],
    [/^kind is abandoned instead of completed$/, { left: true }],
    [/^the wait was 400 ms, less than 500$/, { waitsMs: [400] }],
    [
      /^money is reported \+ none instead of none \+ reported$/,
      { receipts: whole.receipts.toReversed() },
    ],
    [/^2 requests were sent|^3 requests were sent instead of 2$/, { sent: 3 }],
    [
      /^two receipts have one id$/,
      { receipts: [receipt('a', 'reported', 0n), receipt('a', 'reported', 7n)] },
    ],
    [/^a stream has not ended exactly once$/, { ends: [['completed', 'aborted']] }],
    [/^a stream has not ended exactly once$/, { ends: [[]] }],
    [/^7 picodollars are still reserved$/, { stillReserved: 7n }],
    [/^1 timers are left$/, { timersLeft: 1 }],
    [/^1 abort listeners are left$/, { listenersLeft: 1 }],
    [/^leaked: prompt$/, { leaks: ['prompt'] }],
  ])('a whole answer with a defect: %s', (sentence, seen) => {
    expect(differences(completed, { ...whole, ...seen })).toEqual([
      expect.stringMatching(sentence),
    ]);
  });

  it('a wait set longer than allowed is one', () => {
    const events = [{ type: 'wait', attempt: 1, waitMs: 1_001, error: failure({}) }] as const;
    expect(differences(completed, { ...whole, events })).toEqual([
      'the wait was set to 1001 ms, more than 1000',
    ]);
  });

  it.each<[sentence: RegExp, error: Partial<ConstructorParameters<typeof ChatError>[0]>]>([
    [/^code is cut instead of no-finish$/, { code: 'cut' }],
    [/^the error counts 2 attempts$/, { attempts: 2 }],
    [/^the partial answer is not what was delivered$/, { partial: undefined }],
    [/^the error does not say what happened, or what to do$/, { message: '' }],
  ])('an error with a defect: %s', (sentence, facts) => {
    const found = differences(cut, { ...broken, error: failure(facts) });
    expect(found).toEqual([expect.stringMatching(sentence)]);
  });

  it('an error that denies what was delivered differs twice', () => {
    expect(differences(cut, { ...broken, error: failure({ delivered: false }) })).toEqual([
      'delivered is false instead of true',
      'text was delivered, and the error denies it',
    ]);
  });

  it('success where the table has a failure is one, and so is what is no ChatError', () => {
    expect(differences(cut, { ...broken, error: undefined })).toContain(
      'kind is completed instead of truncated',
    );
    expect(differences(cut, { ...broken, error: undefined, untyped: 'Error: x' })).toContain(
      'what was thrown is no ChatError: Error: x',
    );
  });
});
