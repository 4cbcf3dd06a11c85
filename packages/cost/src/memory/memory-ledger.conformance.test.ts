import { describe, it } from 'vitest';
import { ledgerConformance } from '../conformance.js';
import { memoryLedger } from './memory-ledger.js';

describe('memoryLedger', () => {
  const checks = ledgerConformance({
    createStore: async ({ now }) => {
      const ledger = memoryLedger({ now, keepReceipts: 100_000 });
      return { open: async () => ledger };
    },
    histories: 2000,
  });
  for (const { name, run } of checks) it(name, run, 60_000);
});
