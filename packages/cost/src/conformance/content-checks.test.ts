import { expect, it } from 'vitest';
import type { Ledger } from '../ledger.js';
import { memoryLedger } from '../memory/memory-ledger.js';
import { ledgerConformance } from './ledger-conformance.js';

const noContent = ({ content: _, ...rest }: Parameters<Ledger['settle']>[1]) => rest;

/** Ledgers that are each wrong in one way about what they keep and say. */
const mutants: Readonly<Record<string, (ledger: Ledger) => Ledger>> = {
  'keeps no contents': (ledger) => ({
    ...ledger,
    settle: (id, settlement) => ledger.settle(id, noContent(settlement)),
  }),
  'keeps none of a refused attempt': (ledger) => ({
    ...ledger,
    release: (id, { content: _, ...refusal }) => ledger.release(id, refusal),
  }),
  'hands contents out to whoever asks for receipts': (ledger) => ({
    ...ledger,
    receipts: (query) => ledger.receipts({ ...query, content: true }),
  }),
  'hands a content back with the receipt of a settlement': (ledger) => ({
    ...ledger,
    settle: async (id, settlement) => ({
      ...(await ledger.settle(id, settlement)),
      ...(settlement.content !== undefined && { content: settlement.content }),
    }),
  }),
  'loses what no column of text takes': (ledger) => ({
    ...ledger,
    settle: (id, settlement) => {
      const text = JSON.stringify(settlement.content ?? null).replaceAll('\\u0000', '');
      return ledger.settle(id, { ...settlement, content: JSON.parse(text) ?? undefined });
    },
  }),
  'says what scopes came to before a reservation': (ledger) => ({
    ...ledger,
    async reserve(asked) {
      const admission = await ledger.reserve(asked);
      const balances = admission.balances.map((balance) => {
        return { ...balance, reserved: balance.reserved - admission.amount };
      });
      return { ...admission, balances };
    },
  }),
  'says what scopes come to in total, whatever their window': (ledger) => ({
    ...ledger,
    async reserve(asked) {
      const admission = await ledger.reserve(asked);
      const balances = admission.balances.map((balance) => ({ ...balance, window: '' }));
      return { ...admission, balances };
    },
  }),
};

for (const [what, mutant] of Object.entries(mutants)) {
  it(`a check catches a ledger that ${what}`, async () => {
    const checks = ledgerConformance({
      createStore: async ({ now }) => {
        const ledger = mutant(memoryLedger({ now }));
        return { open: async () => ledger };
      },
      histories: 1,
    });
    const failed: string[] = [];
    for (const { name, run } of checks) await run().catch(() => failed.push(name));
    expect(failed).not.toEqual([]);
  }, 30_000);
}
