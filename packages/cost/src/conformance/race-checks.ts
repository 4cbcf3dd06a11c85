import { deepStrictEqual, equal } from 'node:assert/strict';
import type { Ledger } from '../ledger.js';
import { amountOf } from '../receipt.js';
import { expectBalance, expectError } from './expect.js';
import type { Bench, LedgerCheck } from './harness.js';
import { costing, reservationOf } from './samples.js';

/** A race that is lost once in a hundred times is lost in some of these. */
const rounds = 20;

/** So that each asks in a transaction of its own: a store may put together what one holder asks for at once. */
async function eightHolders({ ledger, openAnother }: Bench): Promise<readonly Ledger[]> {
  const holders = [ledger];
  while (holders.length < 8) holders.push(await openAnother());
  return holders;
}

/** What several holders ask for at the same moment. */
export const raceChecks: readonly LedgerCheck[] = [
  {
    name: 'admits one of eight holders that ask at the same time for what only one can have',
    check: async (bench) => {
      const holders = await eightHolders(bench);
      for (let round = 0; round < rounds; round++) {
        const scopes = ['one', 'other'].map((id) => ({ id: `${id} ${round}`, limit: 100n }));
        // The accounts exist, so that nobody waits for them to be made.
        await bench.ledger.reserve(reservationOf(`before ${round}`, 1n, scopes));
        const results = await Promise.allSettled(
          holders.map((holder, index) => {
            const order = index % 2 === 0 ? scopes : scopes.toReversed();
            return holder.reserve(reservationOf(`${round}/${index}`, 60n, order));
          }),
        );
        for (const result of results) {
          if (result.status === 'fulfilled') continue;
          await expectError(Promise.reject(result.reason), 'budget', 'no-room');
        }
        equal(results.filter(({ status }) => status === 'fulfilled').length, 1);
        for (const { id } of scopes) await expectBalance(bench.ledger, id, { reserved: 61n });
      }
    },
  },
  {
    name: 'reserves and settles once what eight holders reserve and settle at the same time',
    check: async (bench) => {
      const holders = await eightHolders(bench);
      const session = { id: 'session', limit: 1000n };
      let settled = 0n;
      for (let round = 0; round < rounds; round++) {
        const asked = reservationOf(`${round}`, 30n, round % 2 === 0 ? [session] : []);
        await Promise.all(holders.map((holder) => holder.reserve(asked)));
        await expectBalance(bench.ledger, 'session', {
          settled,
          reserved: round % 2 === 0 ? 30n : 0n,
        });
        const receipts = await Promise.all(
          holders.map((holder, index) => holder.settle(`${round}`, costing(BigInt(index)))),
        );
        const [first] = receipts;
        for (const receipt of receipts) deepStrictEqual(receipt, first);
        if (round % 2 === 0 && first !== undefined) settled += amountOf(first.cost);
        await expectBalance(bench.ledger, 'session', { settled });
      }
      equal((await bench.ledger.receipts()).length, rounds);
    },
  },
];
