import { describe, it } from 'vitest';
import { ledgerConformance } from '../conformance.js';
import { sqliteStore } from './fixtures/sqlite-store.js';

describe('sqliteLedger', () => {
  const checks = ledgerConformance({
    createStore: async ({ now }) => sqliteStore(now),
    canKill: true,
    histories: 100,
  });
  for (const { name, run } of checks) it(name, run, 60_000);
});
