import { parseUsd } from '@farebox/core';
import { expect, it, test } from 'vitest';
import type { Budget } from '../state/budget.js';
import { passedText, remainingText, shownRemaining } from './remaining-text.js';

test.each([
  ['12.349', '$12.34'],
  ['1', '$1.00'],
  ['0.99999', '$0.9999'],
  ['0.01', '$0.01'],
  ['0.0099999', '$0.009999'],
  ['0.000000999999', '$0.00'],
  ['0', '$0.00'],
])('%s dollars are shown as %s, and never as more', (usd, shown) => {
  expect(shownRemaining(parseUsd(usd))).toBe(shown);
});

const stateOf = (budget: Partial<Budget>, remainingUsd = '4.98') => ({
  budget: {
    owner: { kind: 'user' },
    per: 'total',
    soft: false,
    limitUsd: '5.00',
    ...budget,
  } as Budget,
  limit: parseUsd('5'),
  settled: parseUsd('5') - parseUsd(remainingUsd),
  reserved: 0n,
  remaining: parseUsd(remainingUsd),
  closed: false,
});

test.each<[Partial<Budget>, string]>([
  [{}, '$4.98 left'],
  [{ per: 'hour' }, '$4.98 left this hour'],
  [{ per: 'day' }, '$4.98 left today'],
  [{ per: 'week' }, '$4.98 left this week'],
  [{ per: 'month' }, '$4.98 left this month'],
  [{ owner: { kind: 'session', name: 'a' } }, '$4.98 left in this session'],
  [{ owner: { kind: 'project', folder: '/a' }, per: 'day' }, '$4.98 left today in this project'],
])('of %j: %s', (budget, text) => {
  expect(remainingText(stateOf(budget))).toBe(text);
});

it('says that nothing more goes through a closed one, whatever is left of it', () => {
  expect(remainingText({ ...stateOf({ per: 'day' }), closed: true })).toBe(
    'closed by an overrun: per day',
  );
});

it('has the numbers of a soft one that is passed', () => {
  const state = { ...stateOf({ per: 'day', soft: true }), settled: parseUsd('5'), reserved: 1n };
  expect(passedText(state)).toBe(
    'a soft budget is passed (per day): $5.000001 of $5.00 spent or reserved',
  );
});
