import { deepStrictEqual, equal, notEqual } from 'node:assert/strict';
import { expectBalance, expectError } from './expect.js';
import type { LedgerCheck } from './harness.js';
import { costing, refusal, reservationOf } from './samples.js';

const session = { id: 'session', limit: 100n };
const daily = { id: 'user', limit: 60n, per: 'day' as const };
const dayMs = 86_400_000;

/** What a killed process leaves is resolved by rule; what a living one holds is not touched. */
export const holderChecks: readonly LedgerCheck[] = [
  {
    name: 'shows every holder what the others hold, and keeps it when they close',
    needsKill: true,
    check: async ({ ledger, openAnother }) => {
      const other = await openAnother();
      await other.reserve(reservationOf('a', 60n, [session]));
      await other.settle('a', costing(50n));
      await other.reserve(reservationOf('b', 20n, [session]));
      await expectBalance(ledger, 'session', { settled: 50n, reserved: 20n });
      await expectError(ledger.reserve(reservationOf('c', 31n, [session])), 'budget', 'no-room');
      const third = await openAnother();
      await expectBalance(third, 'session', { settled: 50n, reserved: 20n });
      const [receipt] = await third.receipts();
      equal(receipt?.id, 'a');
    },
  },
  {
    name: 'settles what a dead holder held at its maximum, in the window it was reserved in',
    needsKill: true,
    check: async ({ ledger, openAnother, kill, clock }) => {
      const reservedAt = clock.now;
      const doomed = await openAnother();
      const asked = reservationOf('a', 60n, [session, daily], {
        model: 'gpt-4o',
        tags: { t: 'x' },
      });
      await doomed.reserve(asked);
      await doomed.reserve(reservationOf('b', undefined, []));
      await kill(doomed);
      clock.now += dayMs;
      await ledger.recover();
      const receipts = await ledger.receipts();
      deepStrictEqual(
        receipts.map(({ id, outcome, resolution, cost }) => [id, outcome, resolution, cost]),
        [
          ['a', 'lost', 'expired', { known: 'bounded', amount: 60n }],
          ['b', 'lost', 'expired', { known: 'unknown' }],
        ],
      );
      deepStrictEqual(receipts[0]?.model, 'gpt-4o');
      await expectBalance(ledger, 'session', { settled: 60n });
      await expectBalance(ledger, daily, {});
      clock.now = reservedAt;
      await expectBalance(ledger, daily, { settled: 60n });
      deepStrictEqual(await ledger.recover(), []);
    },
  },
  {
    name: 'never touches what a living holder holds, whatever its clock says',
    needsKill: true,
    check: async ({ ledger, openAnother, clock }) => {
      const other = await openAnother();
      await ledger.reserve(reservationOf('a', 10n, [session]));
      await other.reserve(reservationOf('b', 10n, [session]));
      for (const jumpMs of [365 * dayMs, -2 * 365 * dayMs]) {
        clock.now += jumpMs;
        deepStrictEqual(await ledger.recover(), []);
        deepStrictEqual(await other.recover(), []);
      }
      await expectBalance(ledger, 'session', { reserved: 20n });
      const one = await ledger.settle('a', costing(1n));
      const two = await other.settle('b', costing(1n));
      notEqual(one.holder, two.holder);
    },
  },
  {
    name: 'believes what is known of an expired reservation after all, once',
    needsKill: true,
    check: async ({ ledger, openAnother, kill }) => {
      const doomed = await openAnother();
      for (const id of ['a', 'b', 'c']) await doomed.reserve(reservationOf(id, 30n, [session]));
      await kill(doomed);
      await ledger.recover();
      await expectBalance(ledger, 'session', { settled: 90n });
      const late = await ledger.settle('a', costing(10n));
      deepStrictEqual([late.resolution, late.outcome], ['settled', 'completed']);
      deepStrictEqual(await ledger.settle('a', costing(20n)), late);
      equal((await ledger.release('b', refusal)).resolution, 'released');
      await expectError(ledger.settle('b', costing(1n)), 'store', 'resolved');
      await expectBalance(ledger, 'session', { settled: 40n });
      equal((await ledger.settle('c', costing(31n))).overrun, true);
      await expectBalance(ledger, 'session', { settled: 41n, closed: true });
      const resolutions = (await ledger.receipts()).map(({ id, resolution }) => [id, resolution]);
      deepStrictEqual(resolutions.sort(), [
        ['a', 'settled'],
        ['b', 'released'],
        ['c', 'settled'],
      ]);
    },
  },
];
