import { deepStrictEqual, equal } from 'node:assert/strict';
import { parseUsd } from '@farebox/core';
import { windowKey } from '../window/window-key.js';
import { expectBalance, expectError } from './expect.js';
import type { LedgerCheck } from './harness.js';
import { costing, refusal, reservationOf } from './samples.js';

const session = { id: 'session', limit: 100n };
const user = { id: 'user', limit: 60n };

/** Money is set aside at once or not at all, and comes back once. */
export const reservationChecks: readonly LedgerCheck[] = [
  {
    name: 'admits what fits exactly, and refuses one picodollar more',
    check: async ({ ledger }) => {
      await ledger.reserve(reservationOf('a', 60n, [session]));
      await expectError(ledger.reserve(reservationOf('b', 41n, [session])), 'budget', 'no-room');
      await ledger.reserve(reservationOf('c', 40n, [session]));
      await expectBalance(ledger, 'session', { reserved: 100n });
    },
  },
  {
    name: 'reserves in all scopes or in none, whichever of them has no room',
    check: async ({ ledger }) => {
      for (const scopes of [
        [session, user],
        [user, session],
      ]) {
        await expectError(ledger.reserve(reservationOf('a', 61n, scopes)), 'budget', 'no-room');
      }
      await expectBalance(ledger, 'session', {});
      await expectBalance(ledger, 'user', {});
      await ledger.reserve(reservationOf('a', 60n, [session, user]));
      await expectBalance(ledger, 'session', { reserved: 60n });
      await expectBalance(ledger, 'user', { reserved: 60n });
    },
  },
  {
    name: 'charges a scope that is named twice once, at the lower limit',
    check: async ({ ledger }) => {
      const twice = [session, { id: 'session', limit: 50n }];
      await expectError(ledger.reserve(reservationOf('a', 51n, twice)), 'budget', 'no-room');
      await ledger.reserve(reservationOf('b', 50n, twice));
      await expectBalance(ledger, 'session', { reserved: 50n });
      const { scopeIds } = await ledger.settle('b', costing(50n));
      deepStrictEqual(scopeIds, ['session']);
      await expectBalance(ledger, 'session', { settled: 50n });
    },
  },
  {
    name: 'gives back what was reserved and not used',
    check: async ({ ledger }) => {
      await ledger.reserve(reservationOf('a', 100n, [session]));
      await ledger.settle('a', costing(1n));
      await ledger.reserve(reservationOf('b', 99n, [session]));
      await expectBalance(ledger, 'session', { settled: 1n, reserved: 99n });
    },
  },
  {
    name: 'counts a reservation and a settlement once, however often and whenever they are repeated',
    check: async ({ ledger, openAnother }) => {
      const other = await openAnother();
      const asked = reservationOf('a', 50n, [session]);
      const admissions = await Promise.all(
        [ledger, other, ledger].map((one) => one.reserve(asked)),
      );
      for (const admission of admissions) {
        deepStrictEqual(admission, {
          amount: 50n,
          softLimits: [],
          balances: [{ scopeId: 'session', window: '', settled: 0n, reserved: 50n, closed: false }],
        });
      }
      await expectBalance(ledger, 'session', { reserved: 50n });
      const settlements = [ledger.settle('a', costing(7n)), other.settle('a', costing(9n))];
      const [first, again] = await Promise.all(settlements);
      deepStrictEqual(again, first);
      await expectBalance(other, 'session', {
        settled: first?.cost.known === 'reported' ? first.cost.amount : -1n,
      });
      await expectError(ledger.reserve(asked), 'store', 'resolved');
      equal((await ledger.receipts()).length, 1);
    },
  },
  {
    name: 'releases all of a refused attempt, once, and leaves a receipt of 0',
    check: async ({ ledger }) => {
      await ledger.reserve(reservationOf('a', 50n, [session]));
      const first = await ledger.release('a', refusal);
      deepStrictEqual(await ledger.release('a', refusal), first);
      equal(first.resolution, 'released');
      deepStrictEqual(first.cost, { known: 'reported', amount: 0n });
      await expectBalance(ledger, 'session', {});
      deepStrictEqual(await ledger.receipts(), [first]);
    },
  },
  {
    name: 'refuses to settle what was released, to release what was settled, and either of what never was',
    check: async ({ ledger }) => {
      await ledger.reserve(reservationOf('a', 10n, [session]));
      await ledger.reserve(reservationOf('b', 10n, [session]));
      await ledger.release('a', refusal);
      await ledger.settle('b', costing(5n));
      await expectError(ledger.settle('a', costing(5n)), 'store', 'resolved');
      await expectError(ledger.release('b', refusal), 'store', 'resolved');
      await expectError(ledger.settle('c', costing(5n)), 'store', 'never-reserved');
      await expectError(ledger.release('c', refusal), 'store', 'never-reserved');
      await expectBalance(ledger, 'session', { settled: 5n });
    },
  },
  {
    name: 'admits exactly 50 of a thousand concurrent reservations of $0.10 against $5, over several holders',
    check: async ({ ledger, openAnother }) => {
      const holders = [ledger, await openAnother(), await openAnother()];
      const limited = { id: 'five dollars', limit: parseUsd('5') };
      const results = await Promise.allSettled(
        Array.from({ length: 1000 }, (_, index) =>
          (holders[index % 3] ?? ledger).reserve(
            reservationOf(`r${index}`, parseUsd('0.10'), [limited]),
          ),
        ),
      );
      for (const result of results) {
        if (result.status === 'rejected')
          await expectError(Promise.reject(result.reason), 'budget', 'no-room');
      }
      equal(results.filter(({ status }) => status === 'fulfilled').length, 50);
      await expectBalance(ledger, limited, { reserved: parseUsd('5') });
    },
  },
  {
    name: 'takes what is left where that is enough, and refuses below the least',
    check: async ({ ledger }) => {
      await ledger.reserve(reservationOf('a', 30n, [session]));
      const fitting = reservationOf('b', 90n, [session, user], { atLeast: 20n });
      equal((await ledger.reserve(fitting)).amount, 60n);
      equal((await ledger.reserve(fitting)).amount, 60n);
      await expectBalance(ledger, 'session', { reserved: 90n });
      const least = reservationOf('c', 90n, [session], { atLeast: 11n });
      await expectError(ledger.reserve(least), 'budget', 'no-room');
      await ledger.reserve({ ...least, atLeast: 10n });
      await expectBalance(ledger, 'session', { reserved: 100n });
      await expectBalance(ledger, 'user', { reserved: 60n });
    },
  },
  {
    name: 'says with each reservation what its scopes then come to, whoever has spent there',
    check: async ({ ledger, openAnother, clock }) => {
      const other = await openAnother();
      const daily = { id: 'user', limit: 500n, per: 'day' as const, timeZone: 'Europe/Berlin' };
      await other.reserve(reservationOf('a', 30n, [daily]));
      await other.settle('a', costing(20n));
      await other.reserve(reservationOf('b', 7n, [session, daily]));
      const asked = reservationOf('c', 10n, [daily, session, daily]);
      const window = windowKey(daily, clock.now, '');
      const expected = [
        { scopeId: 'session', window: '', settled: 0n, reserved: 17n, closed: false },
        { scopeId: 'user', window, settled: 20n, reserved: 17n, closed: false },
      ];
      for (const one of [ledger, other]) {
        const { balances } = await one.reserve(asked);
        const inOrder = [...balances].sort((left, right) =>
          left.scopeId < right.scopeId ? -1 : 1,
        );
        deepStrictEqual(inOrder, expected);
      }
    },
  },
  {
    name: 'closes the scopes with a hard limit when an answer cost more than was reserved, until they are reopened',
    check: async ({ ledger }) => {
      const counted = { id: 'project' };
      await ledger.reserve(reservationOf('a', 10n, [session, counted]));
      const receipt = await ledger.settle('a', costing(11n));
      equal(receipt.overrun, true);
      await expectBalance(ledger, 'session', { settled: 11n, closed: true });
      await expectBalance(ledger, 'project', { settled: 11n });
      await expectError(ledger.reserve(reservationOf('b', 1n, [session])), 'budget', 'overrun');
      await ledger.reserve(reservationOf('c', 1n, [counted]));
      await ledger.reopen('session');
      await ledger.reserve(reservationOf('d', 89n, [session]));
      await expectBalance(ledger, 'session', { settled: 11n, reserved: 89n });
    },
  },
  {
    name: 'warns of a soft limit, on the admission and on the receipt, and refuses nothing for it',
    check: async ({ ledger }) => {
      const soft = { id: 'team', limit: 50n, soft: true };
      const within = await ledger.reserve(reservationOf('a', 50n, [soft]));
      deepStrictEqual([within.amount, within.softLimits], [50n, []]);
      const beyond = await ledger.reserve(reservationOf('b', 1n, [soft, session]));
      deepStrictEqual([beyond.amount, beyond.softLimits], [1n, ['team']]);
      deepStrictEqual((await ledger.settle('b', costing(1n))).softLimits, ['team']);
      await ledger.settle('a', costing(70n));
      await expectBalance(ledger, 'team', { settled: 71n });
    },
  },
  {
    name: 'counts without a limit, and calls nothing an overrun there',
    check: async ({ ledger }) => {
      const counted = { id: 'project' };
      await ledger.reserve(reservationOf('a', 1n, [counted]));
      equal((await ledger.settle('a', costing(500n))).overrun, false);
      await expectBalance(ledger, 'project', { settled: 500n });
    },
  },
  {
    name: 'lets what nothing bounds through while anything is left, sets nothing aside, and calls its cost no overrun',
    check: async ({ ledger }) => {
      await ledger.reserve(reservationOf('a', undefined, [session]));
      await expectBalance(ledger, 'session', {});
      equal((await ledger.settle('a', costing(100n))).overrun, false);
      await expectBalance(ledger, 'session', { settled: 100n });
      const another = reservationOf('b', undefined, [session]);
      await expectError(ledger.reserve(another), 'budget', 'no-room');
    },
  },
  {
    name: 'refuses an amount below 0, or that is none, and changes nothing',
    check: async ({ ledger }) => {
      for (const amount of [-1n, 0.1, Number.NaN, '1']) {
        const asked = reservationOf('a', amount as bigint, [session]);
        await expectError(ledger.reserve(asked), 'configuration');
      }
      await ledger.reserve(reservationOf('a', 5n, [session]));
      await expectError(ledger.settle('a', costing(-5n)), 'configuration');
      await expectBalance(ledger, 'session', { reserved: 5n });
    },
  },
  {
    name: 'keeps amounts to the picodollar, also where a float cannot',
    check: async ({ ledger }) => {
      const large = { id: 'large', limit: 4_000_000_000_000_000_001n };
      await ledger.reserve(reservationOf('a', 3_999_999_999_999_999_999n, [large]));
      await expectError(ledger.reserve(reservationOf('b', 3n, [large])), 'budget', 'no-room');
      await ledger.reserve(reservationOf('c', 2n, [large]));
      const { cost } = await ledger.settle('a', costing(1_234_567_890_123_456_789n));
      deepStrictEqual(cost, { known: 'reported', amount: 1_234_567_890_123_456_789n });
      await expectBalance(ledger, 'large', { settled: 1_234_567_890_123_456_789n, reserved: 2n });
    },
  },
  {
    name: 'keeps scopes apart, whatever their ids are',
    check: async ({ ledger }) => {
      const ids = [
        '',
        ' ',
        'a',
        'A',
        'a:b',
        "a'b",
        'a"b',
        'a%',
        '__proto__',
        'constructor',
        'é',
        '\u{1F6AC}',
        'x'.repeat(500),
      ];
      for (const [index, id] of ids.entries()) {
        await ledger.reserve(reservationOf(`r${index}`, BigInt(index + 1), [{ id, limit: 100n }]));
      }
      for (const [index, id] of ids.entries()) {
        await expectBalance(ledger, id, { reserved: BigInt(index + 1) });
      }
    },
  },
];
