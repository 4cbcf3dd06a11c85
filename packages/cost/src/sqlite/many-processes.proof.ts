import { join } from 'node:path';
import { afterEach, beforeEach, it } from 'vitest';
import {
  killSixtyTimes,
  reserveInEightProcesses,
  type SharedStore,
} from '../fixtures/many-processes.js';
import type { CheckedLedger } from '../store/checked-ledger.js';
import { temporaryFolder } from './fixtures/temporary-folder.js';
import { sqliteLedger } from './sqlite-ledger.js';

let folder: ReturnType<typeof temporaryFolder>;
let ledger: CheckedLedger;
let store: SharedStore;

beforeEach(() => {
  folder = temporaryFolder();
  const name = join(folder.path, 'ledger.db');
  ledger = sqliteLedger({ file: name, busyTimeoutMs: 60_000 });
  // The operating system knows at once who is dead.
  store = { name, ledger, check: () => ledger.check(), leasesAreOver: async () => {} };
});
afterEach(async () => {
  await ledger.close();
  folder.remove();
});

it('SQLite: 8 processes that each reserve $0.10 125 times against $5 are admitted exactly 50 times', () =>
  reserveInEightProcesses(store));

it(
  'SQLite: 60 kills at any moment overspend nothing, lose nothing and double nothing',
  () => killSixtyTimes(store),
  300_000,
);
