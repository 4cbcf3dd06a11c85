import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import { afterAll, beforeAll, it } from 'vitest';
import {
  killSixtyTimes,
  reserveInEightProcesses,
  type SharedStore,
  spendThroughOutages,
} from '../fixtures/many-processes.js';
import { openPool, startOwnPostgres } from './fixtures/postgres-server.js';
import { postgresLedger } from './postgres-ledger.js';

let server: Awaited<ReturnType<typeof startOwnPostgres>>;
let pool: Pool;

beforeAll(async () => {
  server = await startOwnPostgres();
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

it('PostgreSQL: 8 processes spend on while the server is restarted four times, twice by a crash', () => {
  const restarts = (['fast', 'immediate', 'fast', 'immediate'] as const).map(
    (how) => () => server.restart(how),
  );
  return spendThroughOutages(storeIn('farebox_restarts'), restarts);
}, 300_000);
