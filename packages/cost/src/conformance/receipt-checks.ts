import { deepStrictEqual, equal, ok } from 'node:assert/strict';
import type { Ledger } from '../ledger.js';
import type { Spend, SpendQuery } from '../receipt-query.js';
import { expectBalance } from './expect.js';
import type { LedgerCheck } from './harness.js';
import { costing, refusal, reservationOf } from './samples.js';

const session = { id: 'session', limit: 1000n };
const user = { id: 'user' };

/** Reserves and settles at the present time. */
async function spend(ledger: Ledger, id: string, more: Parameters<typeof costing>[1] = {}) {
  await ledger.settle(id, costing(10n, more));
}

/** What was spent is found again, whole, in order, and summed up. */
export const receiptChecks: readonly LedgerCheck[] = [
  {
    name: 'keeps on the receipt everything that was said, exactly',
    check: async ({ ledger, clock }) => {
      const tags = { user: 'Ana', '': 'empty', __proto__x: 'a', 'a"b': "c'd", '\u{1F6AC}': '\n' };
      const reservedAt = clock.now;
      const asked = { callId: 'call', attempt: 2, tags, model: 'gpt-4o' };
      await ledger.reserve(reservationOf('call/2', 90n, [session, user], asked));
      clock.now += 1500;
      const settlement = costing(70n, {
        outcome: 'aborted',
        model: 'gpt-4o-mini-2024-07-18',
        serviceTier: 'flex',
        usage: {
          prompt_tokens: 5,
          completion_tokens: 2,
          total_tokens: 7,
          prompt_tokens_details: { cached_tokens: 1 },
        },
        lines: [
          { what: 'input.text.fresh', units: 5, unitPrice: 10n, amount: 50n },
          { what: 'output.text', units: 2, unitPrice: 10n, amount: 20n },
        ],
        finishReason: 'stop',
        requestId: 'req_1',
      });
      const receipt = await ledger.settle('call/2', settlement);
      const { sequence, holder, ...rest } = receipt;
      deepStrictEqual(rest, {
        ...settlement,
        id: 'call/2',
        callId: 'call',
        attempt: 2,
        scopeIds: ['session', 'user'],
        tags,
        reserved: 90n,
        resolution: 'settled',
        overrun: false,
        softLimits: [],
        reservedAt,
        settledAt: reservedAt + 1500,
      });
      ok(Number.isSafeInteger(sequence) && holder !== '');
      deepStrictEqual(await ledger.receipts(), [receipt]);
    },
  },
  {
    name: 'tells an unknown cost from 0, and leaves out what was not said',
    check: async ({ ledger }) => {
      await ledger.reserve(reservationOf('a', undefined, [user]));
      await ledger.settle('a', { outcome: 'completed', cost: { known: 'unknown' }, model: 'm' });
      const [receipt] = await ledger.receipts();
      deepStrictEqual(receipt?.cost, { known: 'unknown' });
      equal(receipt?.usage, undefined);
      equal(receipt?.lines, undefined);
      const [sum] = await ledger.spend({ by: 'model' });
      deepStrictEqual([sum?.amount, sum?.unknown], [0n, 1]);
    },
  },
  {
    name: 'finds receipts by call, scope, model, tag and time, and by all of them together',
    check: async ({ ledger, clock }) => {
      const begin = clock.now;
      for (const index of [0, 1, 2, 3, 4, 5]) {
        clock.now = begin + index;
        const more = { callId: `call${index % 3}`, tags: { team: index < 3 ? 'red' : 'blue' } };
        const scopes = index % 2 === 0 ? [session] : [session, user];
        await ledger.reserve(reservationOf(`r${index}`, 10n, scopes, more));
        await spend(ledger, `r${index}`, { model: index === 5 ? 'large' : 'small' });
      }
      const ids = async (query: Parameters<Ledger['receipts']>[0]) =>
        (await ledger.receipts(query)).map(({ id }) => id);
      deepStrictEqual(await ids({ callId: 'call1' }), ['r1', 'r4']);
      deepStrictEqual(await ids({ scopeId: 'user' }), ['r1', 'r3', 'r5']);
      deepStrictEqual(await ids({ model: 'large' }), ['r5']);
      deepStrictEqual(await ids({ tag: { name: 'team', value: 'red' } }), ['r0', 'r1', 'r2']);
      deepStrictEqual(await ids({ tag: { name: 'toString', value: 'red' } }), []);
      deepStrictEqual(await ids({ from: begin + 2, to: begin + 4 }), ['r2', 'r3']);
      deepStrictEqual(await ids({ scopeId: 'user', callId: 'call0', from: begin + 1 }), ['r3']);
      deepStrictEqual(await ids({ callId: "' OR 1=1 --" }), []);
    },
  },
  {
    name: 'hands receipts out page by page, the oldest or the newest first, each once',
    check: async ({ ledger }) => {
      for (let index = 0; index < 7; index++) {
        await ledger.reserve(reservationOf(`r${index}`, 10n, [session]));
        await spend(ledger, `r${index}`);
      }
      const pages = async (newestFirst: boolean) => {
        const seen: string[] = [];
        let after: number | undefined;
        for (let page = 0; page < 4; page++) {
          const query = { after, newestFirst, limit: 3, model: 'gpt-4o-mini' };
          const receipts = await ledger.receipts(query);
          seen.push(...receipts.map(({ id }) => id));
          after = receipts.at(-1)?.sequence ?? after;
        }
        return seen;
      };
      const oldestFirst = ['r0', 'r1', 'r2', 'r3', 'r4', 'r5', 'r6'];
      deepStrictEqual(await pages(false), oldestFirst);
      deepStrictEqual(await pages(true), oldestFirst.toReversed());
    },
  },
  {
    name: 'sums by day and month of a time zone, by model, scope and tag',
    check: async ({ ledger, clock }) => {
      const usage = { prompt_tokens: 5, completion_tokens: 2, total_tokens: 7 };
      const at = async (time: string, id: string, tag: string | undefined, model: string) => {
        clock.now = Date.parse(time);
        const tags: Record<string, string> = tag === undefined ? {} : { team: tag };
        await ledger.reserve(reservationOf(id, 20n, [session, user], { tags }));
        await ledger.settle(id, costing(10n, { model, usage }));
      };
      await at('2026-10-31T22:59:59Z', 'a', 'red', 'small');
      await at('2026-10-31T23:00:00Z', 'b', 'blue', 'large');
      await at('2026-11-01T00:00:00Z', 'c', undefined, 'small');
      await ledger.reserve(reservationOf('d', 7n, [session], { tags: { team: 'red' } }));
      await ledger.settle('d', {
        outcome: 'aborted',
        cost: { known: 'bounded', amount: 7n },
        model: 'large',
      });
      const sums = async (query: SpendQuery) =>
        (await ledger.spend(query)).map(({ key, attempts, amount }) => [key, attempts, amount]);
      deepStrictEqual(await sums({ by: 'day' }), [
        ['2026-10-31', 2, 20n],
        ['2026-11-01', 2, 17n],
      ]);
      deepStrictEqual(await sums({ by: 'month', timeZone: 'Europe/Berlin' }), [
        ['2026-10', 1, 10n],
        ['2026-11', 3, 27n],
      ]);
      deepStrictEqual(await sums({ by: { tag: 'team' } }), [
        ['', 1, 10n],
        ['blue', 1, 10n],
        ['red', 2, 17n],
      ]);
      deepStrictEqual(await sums({ by: 'scope' }), [
        ['session', 4, 37n],
        ['user', 3, 30n],
      ]);
      deepStrictEqual(await sums({ by: 'scope', tag: { name: 'team', value: 'red' } }), [
        ['session', 2, 17n],
        ['user', 1, 10n],
      ]);
      const [large] = await ledger.spend({ by: 'model' });
      const expected: Spend = {
        key: 'large',
        attempts: 2,
        amount: 17n,
        bounded: 7n,
        unknown: 0,
        inputTokens: 5,
        outputTokens: 2,
      };
      deepStrictEqual(large, expected);
      deepStrictEqual(await ledger.spend({ by: 'day', model: 'none' }), []);
    },
  },
  {
    name: 'forgets old receipts when it is told to, and no balance changes',
    check: async ({ ledger, clock }) => {
      const begin = clock.now;
      for (const index of [0, 1, 2]) {
        clock.now = begin + index;
        await ledger.reserve(reservationOf(`r${index}`, 10n, [session, user]));
        await spend(ledger, `r${index}`);
      }
      await ledger.reserve(reservationOf('held', 5n, [session]));
      equal(await ledger.prune(begin + 2), 2);
      deepStrictEqual(
        (await ledger.receipts()).map(({ id }) => id),
        ['r2'],
      );
      await expectBalance(ledger, 'session', { settled: 30n, reserved: 5n });
      await expectBalance(ledger, 'user', { settled: 30n });
      equal(await ledger.prune(begin + 2), 0);
      await ledger.release('held', refusal);
      await expectBalance(ledger, 'session', { settled: 30n });
    },
  },
];
