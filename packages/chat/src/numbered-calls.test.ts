import type { Call, CallContext, ChatStream } from '@farebox/core';
import { describe, expect, it } from 'vitest';
import { numberedCalls } from './numbered-calls.js';

const request = { model: 'gpt-4o-mini', messages: [] };
const stream = {} as ChatStream;

/** Calls that take so many attempts each, as the retry layer tells of them. */
function callsOf(...attempts: readonly number[]) {
  const contexts: CallContext[] = [];
  const call: Call = async (_, context) => {
    const first = context.attempt ?? 1;
    for (let number = 0; number < (attempts[contexts.length] ?? 1); number++) {
      context.onEvent?.({ type: 'attempt', attempt: first + number });
    }
    contexts.push(context);
    return stream;
  };
  return { call, contexts };
}

describe('calls that are one call in the ledger', () => {
  it('number their attempts on, with one id and the events of all', async () => {
    const { call, contexts } = callsOf(2, 1, 3);
    const told: number[] = [];
    const open = numberedCalls(call, {
      callId: 'call_1',
      onEvent: (event) => 'attempt' in event && told.push(event.attempt),
    });
    for (let step = 0; step < 4; step++) expect(await open(request)).toBe(stream);
    expect(contexts.map(({ attempt }) => attempt)).toEqual([1, 3, 4, 7]);
    expect(contexts.map(({ callId }) => callId)).toEqual(Array(4).fill('call_1'));
    expect(told).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('count each call as an attempt where nobody tells of any', async () => {
    const { call, contexts } = callsOf(0, 0);
    const open = numberedCalls(call, {});
    await open(request);
    await open(request);
    expect(contexts.map(({ attempt }) => attempt)).toEqual([1, 2]);
  });
});
