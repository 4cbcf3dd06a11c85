import type { Receipt } from '@farebox/cost';
import { expect, test } from 'vitest';
import { ticketText } from './ticket-lines.js';

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
  cost: { known: 'reported', amount: 31_500_000n },
  lines: [
    { what: 'input.text.fresh', units: 50, unitPrice: 150_000n, amount: 7_500_000n },
    { what: 'output.text', units: 40, unitPrice: 600_000n, amount: 24_000_000n },
  ],
};

test('a completed call is printed to the last digit', () => {
  expect(ticketText(receipt)).toEqual({
    title: 'Ride completed',
    lines: [
      { what: 'Tokens in', tokens: 50, amount: '$0.0000075' },
      { what: 'Tokens out', tokens: 40, amount: '$0.000024' },
    ],
    total: '$0.0000315',
    known: 'exact',
    reserved: '$0.0002',
  });
});

test('a stopped call says that its total is a bound', () => {
  const { lines: _, ...stopped } = receipt;
  const cost = { known: 'bounded', amount: 200_000_000n } as const;
  expect(ticketText({ ...stopped, outcome: 'aborted', cost })).toMatchObject({
    title: 'Got off early',
    lines: [],
    total: '$0.0002',
    known: 'the most it can have been',
  });
});

test('an unknown cost is not printed as nothing', () => {
  expect(ticketText({ ...receipt, cost: { known: 'unknown' } }).total).toBe('unknown');
});

test('a failed attempt carries the name of its error', () => {
  expect(ticketText({ ...receipt, outcome: 'rate-limit' }).title).toBe('RateLimitError');
});
