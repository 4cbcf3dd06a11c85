import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import { afterAll, beforeAll, it } from 'vitest';
import {
  killSixtyTimes,
  reserveInEightProcesses,
  type SharedStore,
} from '../fixtures/many-processes.js';

import { openPool, type PostgresServer, startPostgres } from './fixtures/postgres-server.js';
import { postgresLedger } from './postgres-ledger.js';

let server: PostgresServer;
let pool: Pool;

beforeAll(async () => {
  server = await startPostgres();
  pool = openPool(server.connectionString, 4);
}, 120_000);
afterAll(async () => {
  await pool.end();
  await server.stop();
}, 60_000);

function storeIn(schema: string): SharedStore {
  const ledger = postgresLedger({ pool, schema, patienceMs: 60_000 });
  return {
    name: `${server.connectionString}#${schema}`,
    ledger,
    check: () => ledger.check(),
    // Spenders have leases of 3 seconds.
    leasesAreOver: () => sleep(3_100),
  };
}

it(
  'PostgreSQL: 8 processes that each reserve $0.10 125 times against $5 are admitted exactly 50 times',
  () => reserveInEightProcesses(storeIn('farebox_eight')),
  300_000,
);

it(
  'PostgreSQL: 60 kills at any moment overspend nothing, lose nothing and double nothing',
  () => killSixtyTimes(storeIn('farebox_kills')),
  400_000,
);
