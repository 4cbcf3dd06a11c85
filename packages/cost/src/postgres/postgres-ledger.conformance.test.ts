import type { Pool } from 'pg';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { ledgerConformance } from '../conformance.js';
import type { Ledger } from '../ledger.js';
import { openPool, type PostgresServer, startPostgres } from './fixtures/postgres-server.js';
import { rotatingPool } from './fixtures/rotating-pool.js';
import { openPostgresLedger } from './postgres-ledger.js';

let server: PostgresServer;
let pools: Pool[];

beforeAll(async () => {
  server = await startPostgres();
  pools = [1, 2, 3].map(() => openPool(server.connectionString, 4));
}, 120_000);

afterAll(async () => {
  await Promise.all(pools.map((pool) => pool.end()));
  await server.stop();
}, 60_000);

describe('postgresLedger, with another connection for each query', () => {
  let stores = 0;
  const checks = ledgerConformance({
    createStore: async ({ now }) => {
      const schema = `farebox_test_${process.pid}_${stores++}`;
      const pool = rotatingPool(pools);
      const opened = new Map<Ledger, ReturnType<typeof openPostgresLedger>>();
      return {
        async open() {
          const one = openPostgresLedger({ pool, schema, now });
          opened.set(one.ledger, one);
          return one.ledger;
        },
        async kill(ledger) {
          const one = opened.get(ledger);
          one?.abandon();
          const over = `UPDATE ${schema}.holders SET lease_until = '-infinity' WHERE id = $1`;
          await pool.query(over, [one?.holder]).catch(() => {});
        },
        async remove() {
          await pool.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`);
        },
      };
    },
    canKill: true,
    histories: 30,
  });
  for (const { name, run } of checks) it(name, run, 120_000);
});
