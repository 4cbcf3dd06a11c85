import type { Scope } from '@farebox/core';
import { describe, expect, it } from 'vitest';
import type { Ledger, Reservation } from '../ledger.js';
import { memoryLedger } from '../memory/memory-ledger.js';
import { toAccounts } from '../store/account.js';
import { admit } from '../store/admit.js';
import { ledgerConformance } from './ledger-conformance.js';

type Mutant = (ledger: Ledger, now: () => number) => Ledger;

/** With limits out of reach the ledger underneath admits everything, so a mutant can decide for itself. */
function unlimited(asked: Reservation): Reservation {
  const far = (scope: Scope) => ({ ...scope, limit: scope.limit && scope.limit + 10n ** 30n });
  return { ...asked, scopes: asked.scopes.map(far) };
}

/** Ledgers that are each wrong in one way, as stores have been. */
const mutants: Readonly<Record<string, Mutant>> = {
  'looks at the balances, waits a moment, and then writes': (ledger, now) => ({
    ...ledger,
    async reserve(asked) {
      const charged = toAccounts(asked.scopes, now(), asked.callId);
      const balances = await Promise.all(asked.scopes.map((scope) => ledger.balance(scope)));
      const { amount } = admit(asked, charged, ({ scopeId }) => {
        const found = balances[asked.scopes.findIndex(({ id }) => id === scopeId)];
        return found ?? { settled: 0n, reserved: 0n, closed: false };
      });
      return ledger.reserve({ ...unlimited(asked), amount: asked.amount && amount });
    },
  }),
  'checks the first scope only': (ledger) => ({
    ...ledger,
    reserve: (asked) =>
      ledger.reserve({
        ...asked,
        scopes: [...asked.scopes.slice(0, 1), ...unlimited(asked).scopes.slice(1)],
      }),
  }),
  'counts money in floats': (ledger) => ({
    ...ledger,
    reserve: (asked) =>
      ledger.reserve({
        ...asked,
        ...(asked.amount !== undefined && { amount: BigInt(Number(asked.amount)) }),
      }),
  }),
  'gives a repeated settlement another receipt': (ledger) => ({
    ...ledger,
    async settle(id, settlement) {
      const receipt = await ledger.settle(id, settlement);
      return { ...receipt, cost: settlement.cost };
    },
  }),
  'admits a picodollar too much': (ledger) => ({
    ...ledger,
    reserve: (asked) =>
      ledger.reserve({
        ...asked,
        scopes: asked.scopes.map((scope) => ({ ...scope, limit: scope.limit && scope.limit + 1n })),
      }),
  }),
  'loses a receipt now and then': (ledger) => ({
    ...ledger,
    receipts: async (query) =>
      (await ledger.receipts(query)).filter(({ sequence }) => sequence % 5 !== 0),
  }),
  'refuses what has room': (ledger) => ({
    ...ledger,
    reserve: (asked) =>
      ledger.reserve({
        ...asked,
        scopes: asked.scopes.map((scope) => ({ ...scope, limit: scope.limit && scope.limit - 1n })),
      }),
  }),
  'forgets which window it was': (ledger) => ({
    ...ledger,
    reserve: (asked) =>
      ledger.reserve({ ...asked, scopes: asked.scopes.map(({ per: _, ...scope }) => scope) }),
  }),
};

async function failures(mutant: Mutant) {
  const checks = ledgerConformance({
    createStore: async ({ now }) => {
      const ledger = mutant(memoryLedger({ now, keepReceipts: 100_000 }), now);
      return { open: async () => ledger };
    },
    histories: 300,
  });
  const failed = new Map<string, string>();
  for (const { name, run } of checks) {
    await run().catch((error: Error) => failed.set(name, error.message));
  }
  return failed;
}

describe('ledgerConformance', { timeout: 60_000 }, () => {
  for (const [what, mutant] of Object.entries(mutants)) {
    it(`catches a ledger that ${what}, by a check and by a history`, async () => {
      const failed = [...(await failures(mutant))];
      const histories = failed.filter(([name]) => name.includes('random histories'));
      expect(failed.length).toBeGreaterThan(histories.length);
      expect(histories).toHaveLength(1);
    });
  }

  it('shrinks a race to what it takes: reservations at the same time, together one unit too much', async () => {
    const racy = mutants['looks at the balances, waits a moment, and then writes'] as Mutant;
    const failed = await failures(racy);
    const [message = ''] = [...failed].flatMap(([name, text]) =>
      name.includes('random histories') ? [text] : [],
    );
    const [, history = ''] = message.split('The shortest history found');
    const lines = history.trim().split('\n').slice(1);
    const units = lines.map((line) => Number(/"do":"reserve".*"units":(\d+)/.exec(line)?.[1]));
    expect(
      units.reduce((sum, one) => sum + one, 0),
      message,
    ).toBe(101);
    expect(history.match(/together with/g), message).toHaveLength(lines.length - 1);
  });
});
