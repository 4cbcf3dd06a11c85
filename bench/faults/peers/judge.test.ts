import { type FaultCase, faultTable } from '@farebox/simulator/fault-table';
import { describe, expect, it } from 'vitest';
import { wholeText } from '../whole-answer.ts';
import { faultsFound, outcomeOf } from './judge.ts';
import type { PeerObservation } from './observe-peer.ts';

const caseOf = (name: string) =>
  faultTable.flatMap((row) => row.cases).find((each) => each.name === name) as FaultCase;
const whole = { text: wholeText, toolCalls: [] };
const answered: PeerObservation = {
  ended: 'answered',
  got: whole,
  error: undefined,
  delivered: wholeText,
  leaks: [],
  requests: 1,
  waitsMs: [],
  elapsedMs: 10,
  closed: true,
};
const failed: PeerObservation = {
  ...answered,
  ended: 'error',
  got: undefined,
  error: new TypeError('x'),
};
const found = (name: string, seen: Partial<PeerObservation>) =>
  faultsFound(caseOf(name), { ...answered, ...seen });

describe('another client is right', () => {
  it('when it has the whole answer, or says that it has not', () => {
    expect(found('no-done', {})).toEqual([]);
    expect(found('cut', failed)).toEqual([]);
  });

  it('when it does not retry, and says so', () => {
    expect(found('rate-limit-then-ok', failed)).toEqual([]);
  });

  it('with three attempts where the table has two', () => {
    expect(found('dns-not-found', { ...failed, requests: 3 })).toEqual([]);
  });

  it('when its caller left the loop and the connection is closed', () => {
    expect(found('leave', { ended: 'left', got: undefined })).toEqual([]);
  });
});

describe('another client is not right', () => {
  it.each<[string, string, Partial<PeerObservation>]>([
    ['takes a failure for an answer', 'cut', { got: { text: 'A loop', toolCalls: [] } }],
    ['takes a failure for an answer', 'html', { got: { text: '', toolCalls: [] } }],
    ['takes what is not the whole answer for it', 'no-done', { got: { text: 'A', toolCalls: [] } }],
    ['fails although the answer is whole', 'no-done', failed],
    ['does not end', 'stall', { ended: 'hang' }],
    ['takes memory without a limit', 'giant-line', { ended: 'outgrown' }],
    ['leaves the connection open', 'leave', { ended: 'left', got: undefined, closed: false }],
    ['sends 3 requests where 1 may be', 'quota-insufficient-quota', { ...failed, requests: 3 }],
    ['sends again earlier than it was told to', 'retry-after-1', { requests: 2, waitsMs: [400] }],
    ['shows the prompt in its error', 'cut', { ...failed, leaks: ['prompt'] }],
  ])('that %s (%s)', (sentence, name, seen) => {
    expect(found(name, seen)).toEqual([sentence]);
  });
});

describe('what came of a call, in words', () => {
  it.each<[string, Partial<PeerObservation>]>([
    ['complete', {}],
    ['complete, but partial', { got: { text: wholeText.slice(0, 9), toolCalls: [] } }],
    ['complete, but empty', { got: { text: '', toolCalls: [] } }],
    ['complete, but foreign', { got: { text: 'EVIL', toolCalls: [] } }],
    ['error: TypeError', failed],
    ['error: untyped', { ...failed, error: 'text' }],
    ['hang', { ended: 'hang' }],
    ['hang, memory', { ended: 'outgrown' }],
  ])('%s', (words, seen) => {
    expect(outcomeOf(caseOf('no-done'), { ...answered, ...seen })).toBe(words);
  });
});
