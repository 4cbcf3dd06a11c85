import { deepStrictEqual } from 'node:assert/strict';
import { isChatError } from '@farebox/core';
import { expectBalance, expectError } from './expect.js';
import type { LedgerCheck } from './harness.js';
import { costing, reservationOf } from './samples.js';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** A limit per hour, day, week or month is for each of them, by the calendar, whatever the clock does. */
export const windowChecks: readonly LedgerCheck[] = [
  {
    name: 'begins each day with the whole limit, and leaves the total as it is',
    check: async ({ ledger, clock }) => {
      const daily = { id: 'user', limit: 50n, per: 'day' as const };
      const total = { id: 'user', limit: 80n };
      clock.now = Date.parse('2026-11-28T23:59:59.999Z');
      await ledger.reserve(reservationOf('a', 50n, [daily, total]));
      await expectError(ledger.reserve(reservationOf('b', 1n, [daily])), 'budget', 'no-room');
      clock.now++;
      await ledger.reserve(reservationOf('b', 30n, [daily, total]));
      await expectError(ledger.reserve(reservationOf('c', 1n, [daily, total])), 'budget');
      await expectBalance(ledger, daily, { reserved: 30n });
      await expectBalance(ledger, 'user', { reserved: 80n });
    },
  },
  {
    name: 'says which scope refused, in which window, and how full it was',
    check: async ({ ledger, clock }) => {
      clock.now = Date.parse('2026-11-28T23:30:00Z');
      const daily = { id: 'user', limit: 50n, per: 'day' as const, timeZone: 'Europe/Berlin' };
      const scopes = [{ id: 'team', limit: 500n }, daily];
      await ledger.reserve(reservationOf('a', 20n, scopes));
      await ledger.settle('a', costing(15n));
      await ledger.reserve(reservationOf('b', 30n, scopes));
      const refusal = await ledger.reserve(reservationOf('c', 6n, scopes)).catch((error) => error);
      deepStrictEqual(isChatError(refusal) ? refusal.scope : refusal, {
        id: 'user',
        window: 'day:2026-11-29@Europe/Berlin',
        limitUsd: '0.00000000005',
        settledUsd: '0.000000000015',
        reservedUsd: '0.00000000003',
      });
    },
  },
  {
    name: 'settles in the window in which the money was reserved, also when that one is over',
    check: async ({ ledger, clock }) => {
      const hourly = { id: 'user', limit: 50n, per: 'hour' as const };
      const reservedAt = clock.now;
      await ledger.reserve(reservationOf('a', 50n, [hourly]));
      clock.now += hourMs;
      await ledger.settle('a', costing(20n));
      await expectBalance(ledger, hourly, {});
      clock.now = reservedAt;
      await expectBalance(ledger, hourly, { settled: 20n });
      await expectError(ledger.reserve(reservationOf('b', 31n, [hourly])), 'budget', 'no-room');
    },
  },
  ...[-dayMs, -hourMs, hourMs, dayMs].map(
    (jumpMs): LedgerCheck => ({
      name: `has opened nothing twice when the clock jumps by ${jumpMs / hourMs} hours and back`,
      check: async ({ ledger, clock }) => {
        const scopes = (['hour', 'day', 'week', 'month'] as const).map((per) => {
          return { id: per, limit: 50n, per, timeZone: 'Europe/Berlin' };
        });
        for (const scope of scopes) {
          await ledger.reserve(reservationOf(`before ${scope.id}`, 40n, [scope]));
        }
        const [hour] = scopes;
        for (const round of [1, 2, 3]) {
          clock.now += jumpMs;
          if (round === 1) await ledger.reserve(reservationOf('there', 40n, hour ? [hour] : []));
          clock.now -= jumpMs;
          for (const scope of scopes) {
            const again = reservationOf(`after ${scope.id} ${round}`, 11n, [scope]);
            await expectError(ledger.reserve(again), 'budget', 'no-room');
          }
        }
        clock.now += jumpMs;
        const more = reservationOf('there again', 11n, hour ? [hour] : []);
        await expectError(ledger.reserve(more), 'budget', 'no-room');
      },
    }),
  ),
  {
    name: 'has one budget for a day of 25 hours, and one for a day of 23, where clocks change',
    check: async ({ ledger, clock }) => {
      const daily = { id: 'user', limit: 25n, per: 'day' as const, timeZone: 'Europe/Berlin' };
      for (const [midnight, hours] of [
        ['2026-10-24T22:00:00Z', 25],
        ['2026-03-28T23:00:00Z', 23],
      ] as const) {
        for (let hour = 0; hour < hours; hour++) {
          clock.now = Date.parse(midnight) + hour * hourMs;
          await ledger.reserve(reservationOf(`${midnight} ${hour}`, 1n, [daily]));
        }
        await expectBalance(ledger, daily, { reserved: BigInt(hours) });
        clock.now += hourMs;
        await expectBalance(ledger, daily, {});
      }
    },
  },
  {
    name: 'begins a month at midnight of its time zone, and a week on Monday',
    check: async ({ ledger, clock }) => {
      const monthly = { id: 'user', limit: 9n, per: 'month' as const, timeZone: 'Asia/Kolkata' };
      const weekly = { id: 'user', limit: 9n, per: 'week' as const };
      clock.now = Date.parse('2026-11-30T18:29:59.999Z');
      await ledger.reserve(reservationOf('a', 9n, [monthly, weekly]));
      clock.now++;
      await expectError(ledger.reserve(reservationOf('b', 9n, [monthly, weekly])), 'budget');
      await ledger.reserve(reservationOf('c', 9n, [monthly]));
      clock.now = Date.parse('2026-12-07T00:00:00Z');
      await ledger.reserve(reservationOf('d', 9n, [weekly]));
    },
  },
  {
    name: 'limits each call for itself, over all its attempts',
    check: async ({ ledger }) => {
      const perCall = { id: 'answer', limit: 10n, per: 'call' as const };
      const attempt = (callId: string, number: number, amount: bigint) =>
        reservationOf(`${callId}/${number}`, amount, [perCall], { callId, attempt: number });
      await ledger.reserve(attempt('one', 1, 6n));
      await ledger.reserve(attempt('two', 1, 6n));
      await expectError(ledger.reserve(attempt('one', 2, 5n)), 'budget', 'no-room');
      await ledger.settle('one/1', costing(5n));
      await ledger.reserve(attempt('one', 2, 5n));
      await expectBalance(ledger, perCall, { settled: 5n, reserved: 5n }, 'one');
      await expectBalance(ledger, perCall, { reserved: 6n }, 'two');
    },
  },
];
