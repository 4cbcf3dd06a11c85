import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reservation } from '../ledger.js';
import { amountOf, type Cost, type Settlement } from '../receipt.js';
import { scope } from '../scope.js';
import { memoryLedger } from './memory-ledger.js';

const session = { id: 'session', limit: 100n };

function reservation(id: string, amount: bigint, scopes = [session]): Reservation {
  return { id, callId: id, attempt: 1, amount, scopes, tags: {} };
}

function settlement(amount: bigint): Settlement {
  return { outcome: 'completed', cost: { known: 'reported', amount }, model: 'gpt-4o-mini' };
}

describe('memoryLedger', () => {
  it('admits what fits exactly and refuses one picodollar more, with the numbers', async () => {
    const ledger = memoryLedger();
    await ledger.reserve(reservation('a', 60n));
    await expect(ledger.reserve(reservation('b', 41n))).rejects.toMatchObject({
      kind: 'budget',
      code: 'no-room',
      message:
        'The call could cost up to $0.000000000041, and $0.00000000004 of the $0.0000000001 of session is left ($0.00 spent, $0.00000000006 reserved by calls under way).',
    });
    await ledger.reserve(reservation('c', 40n));
    expect(await ledger.balance('session')).toEqual({ settled: 0n, reserved: 100n, closed: false });
  });

  it('reserves in all scopes or in none', async () => {
    const ledger = memoryLedger();
    const user = { id: 'user', limit: 10n };
    await expect(ledger.reserve(reservation('a', 11n, [session, user]))).rejects.toMatchObject({
      kind: 'budget',
    });
    expect(await ledger.balance('session')).toMatchObject({ reserved: 0n });
  });

  it('gives back what was reserved and not used', async () => {
    const ledger = memoryLedger();
    await ledger.reserve(reservation('a', 100n));
    await ledger.settle('a', settlement(1n));
    await ledger.reserve(reservation('b', 99n));
    expect(await ledger.balance('session')).toEqual({ settled: 1n, reserved: 99n, closed: false });
  });

  it('counts a reservation and a settlement once, however often they are repeated', async () => {
    const ledger = memoryLedger();
    await ledger.reserve(reservation('a', 50n));
    await ledger.reserve(reservation('a', 50n));
    const first = await ledger.settle('a', settlement(7n));
    const again = await ledger.settle('a', settlement(9n));
    expect(again).toBe(first);
    expect(await ledger.balance('session')).toEqual({ settled: 7n, reserved: 0n, closed: false });
    await expect(ledger.reserve(reservation('a', 50n))).rejects.toMatchObject({ kind: 'store' });
  });

  it('refuses to settle what was never reserved', async () => {
    await expect(memoryLedger().settle('nothing', settlement(1n))).rejects.toMatchObject({
      kind: 'store',
      message: 'There is no reservation nothing.',
    });
  });

  it('closes a limited scope when an answer cost more than was reserved for it', async () => {
    const ledger = memoryLedger();
    await ledger.reserve(reservation('a', 10n));
    const receipt = await ledger.settle('a', settlement(11n));
    expect(receipt.overrun).toBe(true);
    await expect(ledger.reserve(reservation('b', 1n))).rejects.toMatchObject({
      kind: 'budget',
      code: 'overrun',
    });
  });

  it('only counts in a scope without a limit', async () => {
    const ledger = memoryLedger();
    const counted = scope({ id: 'project' });
    await ledger.reserve(reservation('a', 0n, [counted as typeof session]));
    const receipt = await ledger.settle('a', settlement(500n));
    expect(receipt.overrun).toBe(false);
    expect(await ledger.balance('project')).toEqual({ settled: 500n, reserved: 0n, closed: false });
  });

  it('keeps the newest receipts and the balance of all', async () => {
    let now = 1000;
    const ledger = memoryLedger({ now: () => now++, keepReceipts: 2 });
    for (const id of ['a', 'b', 'c']) {
      await ledger.reserve(reservation(id, 10n));
      await ledger.settle(id, settlement(1n));
    }
    expect((await ledger.receipts()).map(({ id }) => id)).toEqual(['b', 'c']);
    expect(await ledger.receipts({ callId: 'c' })).toMatchObject([
      { id: 'c', reservedAt: 1004, settledAt: 1005 },
    ]);
    expect(await ledger.balance('session')).toMatchObject({ settled: 3n });
  });

  it('never has more settled and reserved than the limit, whatever is interleaved', async () => {
    const action = fc.oneof(
      fc.record({ type: fc.constant('reserve' as const), amount: fc.bigInt(0n, 60n) }),
      fc.record({
        type: fc.constant('settle' as const),
        which: fc.nat({ max: 10 }),
        share: fc.integer({ min: 0, max: 100 }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(action, { maxLength: 40 }), async (actions) => {
        const ledger = memoryLedger();
        const open: { id: string; amount: bigint }[] = [];
        let spent = 0n;
        for (const [index, step] of actions.entries()) {
          if (step.type === 'reserve') {
            const id = `r${index}`;
            const fits = await ledger.reserve(reservation(id, step.amount)).then(
              () => true,
              () => false,
            );
            if (fits) open.push({ id, amount: step.amount });
          } else if (open.length > 0) {
            const [held] = open.splice(step.which % open.length, 1) as [(typeof open)[number]];
            const amount = (held.amount * BigInt(step.share)) / 100n;
            spent += amount;
            await ledger.settle(held.id, settlement(amount));
          }
          const { settled, reserved } = await ledger.balance('session');
          expect(settled).toBe(spent);
          expect(reserved).toBe(open.reduce((sum, { amount }) => sum + amount, 0n));
          expect(settled + reserved <= session.limit).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('admits exactly as many of a thousand concurrent reservations as fit', async () => {
    const ledger = memoryLedger();
    const limited = scope({ id: 'five dollars', limitUsd: '5' });
    const results = await Promise.allSettled(
      Array.from({ length: 1000 }, (_, index) =>
        ledger.reserve(reservation(`r${index}`, 100_000_000_000n, [limited as typeof session])),
      ),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(50);
  });
});

describe('amountOf', () => {
  it('is nothing for a cost that is unknown, so sums must look at `known` first', () => {
    const unknown: Cost = { known: 'unknown' };
    expect(amountOf(unknown)).toBe(0n);
    expect(amountOf({ known: 'bounded', amount: 3n })).toBe(3n);
  });
});
