import { deepStrictEqual } from 'node:assert/strict';
import type { BudgetWindow, Scope } from '@farebox/core';
import { expectBalance, expectError } from './expect.js';
import type { Bench, LedgerCheck } from './harness.js';
import { costing, reservationOf } from './samples.js';

interface Crossing {
  /** What lies between the two moments. */
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly timeZone?: string;
  /** The windows that both moments are in, beside the call and the total; written out, not worked out. */
  readonly shared: readonly BudgetWindow[];
}

const crossings: readonly Crossing[] = [
  {
    name: 'an hour',
    from: '2026-11-28T12:30:00Z',
    to: '2026-11-28T13:30:00Z',
    shared: ['day', 'week', 'month'],
  },
  {
    name: 'a day',
    from: '2026-11-28T12:30:00Z',
    to: '2026-11-29T12:30:00Z',
    shared: ['week', 'month'],
  },
  {
    name: '56 years, to the beginning of 1970',
    from: '2026-11-28T12:30:00Z',
    to: '1970-01-01T00:00:00Z',
    shared: [],
  },
  {
    name: 'the beginning of 1970',
    from: '1970-01-01T00:00:00Z',
    to: '1969-12-31T23:59:59.999Z',
    shared: ['week'],
  },
  {
    name: 'the night before a leap day',
    from: '2028-02-28T23:59:59.999Z',
    to: '2028-02-29T00:00:00Z',
    shared: ['week', 'month'],
  },
  {
    name: 'the night after a leap day',
    from: '2028-02-29T23:59:59.999Z',
    to: '2028-03-01T00:00:00Z',
    shared: ['week'],
  },
  {
    name: 'the end of a year',
    from: '2026-12-31T23:59:59.999Z',
    to: '2027-01-01T00:00:00Z',
    shared: ['week'],
  },
  {
    name: 'the hour of a zone that is half an hour off',
    from: '2026-11-28T12:15:00Z',
    to: '2026-11-28T12:45:00Z',
    timeZone: 'Asia/Kolkata',
    shared: ['day', 'week', 'month'],
  },
  {
    name: 'the beginning of summer time in Berlin',
    from: '2026-03-29T00:59:59.999Z',
    to: '2026-03-29T01:00:00Z',
    timeZone: 'Europe/Berlin',
    shared: ['day', 'week', 'month'],
  },
  {
    name: 'the hour that Berlin has twice',
    from: '2026-10-25T00:30:00Z',
    to: '2026-10-25T01:30:00Z',
    timeZone: 'Europe/Berlin',
    shared: ['day', 'week', 'month'],
  },
  {
    name: 'the beginning of summer time in New York',
    from: '2026-03-08T06:59:59.999Z',
    to: '2026-03-08T07:00:00Z',
    timeZone: 'America/New_York',
    shared: ['day', 'week', 'month'],
  },
  {
    name: 'the hour that New York has twice',
    from: '2026-11-01T05:30:00Z',
    to: '2026-11-01T06:30:00Z',
    timeZone: 'America/New_York',
    shared: ['day', 'week', 'month'],
  },
  {
    name: 'the beginning of summer time on Lord Howe Island, by half an hour',
    from: '2026-10-03T15:29:59.999Z',
    to: '2026-10-03T15:30:00Z',
    timeZone: 'Australia/Lord_Howe',
    shared: ['day', 'week', 'month'],
  },
  {
    name: 'the half hour that Lord Howe Island has twice',
    from: '2026-04-04T14:45:00Z',
    to: '2026-04-04T15:15:00Z',
    timeZone: 'Australia/Lord_Howe',
    shared: ['day', 'week', 'month'],
  },
  {
    name: 'the day that Samoa left out',
    from: '2011-12-30T09:59:59.999Z',
    to: '2011-12-30T10:00:00Z',
    timeZone: 'Pacific/Apia',
    shared: ['week', 'month'],
  },
];

const windows: readonly BudgetWindow[] = ['call', 'hour', 'day', 'week', 'month', 'total'];

/**
 * Wherever a clock jumps, forward or back, between a reservation and its settlement: each window counts what was
 * reserved in it, once, and has its limit once.
 */
export const clockChecks: readonly LedgerCheck[] = crossings.map((crossing) => ({
  name: `counts each window once where a clock goes forward and back over ${crossing.name}`,
  check: async (bench) => {
    const [from, to] = [Date.parse(crossing.from), Date.parse(crossing.to)];
    await cross(bench, crossing, from, to, 'forward');
    await cross(bench, crossing, to, from, 'back');
  },
}));

/** Has money reserved at one moment and settled at another, in every kind of window. */
async function cross(
  { ledger, clock }: Bench,
  { timeZone = 'UTC', shared }: Crossing,
  here: number,
  there: number,
  direction: string,
): Promise<void> {
  const all = windows.map((per) => {
    const scope: Scope = { id: `${per} ${direction}`, limit: 100n, per, timeZone };
    const isShared = per === 'call' || per === 'total' || shared.includes(per);
    const reserve = (id: string, amount: bigint) =>
      ledger.reserve(reservationOf(`${scope.id} ${id}`, amount, [scope], { callId: direction }));
    return {
      isShared,
      reserve,
      settle: (id: string, cost: bigint) => ledger.settle(`${scope.id} ${id}`, costing(cost)),
      refuse: (id: string, amount: bigint) => expectError(reserve(id, amount), 'budget', 'no-room'),
      expect: (settled: bigint, reserved: bigint) =>
        expectBalance(ledger, scope, { settled, reserved }, direction),
    };
  });
  const at = async (now: number, act: (window: (typeof all)[number]) => Promise<unknown>) => {
    clock.now = now;
    await Promise.all(all.map(act));
  };
  await at(here, ({ reserve }) => reserve('a', 60n));
  clock.now = there;
  deepStrictEqual(await ledger.recover(), []);
  await at(there, ({ settle }) => settle('a', 50n));
  await at(there, ({ reserve }) => reserve('b', 40n));
  await at(here, ({ settle }) => settle('b', 30n));
  await at(here, ({ isShared, expect }) => expect(isShared ? 80n : 50n, 0n));
  await at(here, ({ isShared, refuse }) => refuse('c', isShared ? 21n : 51n));
  await at(here, ({ isShared, reserve }) => reserve('c', isShared ? 20n : 50n));
  await at(there, ({ isShared, expect }) => expect(isShared ? 80n : 30n, isShared ? 20n : 0n));
  await at(there, ({ isShared, refuse }) => refuse('d', isShared ? 1n : 71n));
  await at(there, async ({ isShared, reserve }) => isShared || (await reserve('d', 70n)));
  for (const now of [here, there, here]) await at(now, ({ refuse }) => refuse('e', 1n));
}
