import type { Receipt } from '@farebox/cost';
import { expect, test } from 'vitest';
import { type CallState, idleCall } from '../call/call-state.js';
import { displayText } from './display-text.js';

const receipt: Receipt = {
  id: 'a/1',
  sequence: 1,
  callId: 'a',
  attempt: 1,
  scopeIds: [],
  tags: {},
  reserved: 200_000_000n,
  resolution: 'settled',
  overrun: false,
  softLimits: [],
  holder: 'this process',
  reservedAt: 0,
  settledAt: 1,
  outcome: 'completed',
  model: 'gpt-4o-mini',
  usage: { prompt_tokens: 50, completion_tokens: 40, total_tokens: 90 },
  cost: { known: 'reported', amount: 31_500_000n },
};
const call = (facts: Partial<CallState>): CallState => ({ ...idleCall, ...facts });

test('an estimate is marked in every number', () => {
  const estimate = { inputTokens: 52, outputTokens: 9, cost: 13_200_000n };
  expect(displayText(call({ phase: 'streaming' }), estimate)).toEqual({
    label: 'Running, estimated',
    amount: '≈ $0.0000132',
    detail: '≈ 52 in · ≈ 9 out',
  });
});

test('a completed call shows its receipt, and no mark', () => {
  const state = call({ phase: 'completed', receipts: [receipt], firstTextMs: 354 });
  expect(displayText(state, undefined)).toEqual({
    label: 'This call, exact',
    amount: '$0.0000315',
    detail: '50 in · 40 out',
    timing: 'first token 0.35 s',
  });
});

test('a stopped call shows the bound as one', () => {
  const { usage: _, ...stopped } = receipt;
  const cost = { known: 'bounded', amount: 200_000_000n } as const;
  const state = call({ phase: 'stopped', receipts: [{ ...stopped, cost }] });
  expect(displayText(state, undefined)).toMatchObject({
    label: 'This call, at most',
    amount: '$0.0002',
  });
});

test('a refused call cost nothing, because nothing left', () => {
  expect(displayText(call({ phase: 'refused' }), undefined)).toMatchObject({
    amount: '$0.00',
    detail: 'nothing left this page',
  });
});

test('a call whose next attempt is refused shows what those before it can have cost', () => {
  const { usage: _, ...failed } = receipt;
  const cost = { known: 'bounded', amount: 200_000_000n } as const;
  const state = call({ phase: 'refused', receipts: [{ ...failed, outcome: 'server', cost }] });
  expect(displayText(state, undefined)).toMatchObject({
    label: 'This call, at most',
    amount: '$0.0002',
  });
});
