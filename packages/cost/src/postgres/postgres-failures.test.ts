import { setTimeout as sleep } from 'node:timers/promises';
import { isChatError, parseUsd } from '@farebox/core';
import { Pool, type PoolClient } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { costing, reservationOf } from '../conformance/samples.js';
import { amountOf } from '../receipt.js';
import type { CheckedLedger } from '../store/checked-ledger.js';
import { cuttingProxy } from './fixtures/answer-cutter.js';
import { openPool, startOwnPostgres } from './fixtures/postgres-server.js';
import { postgresLedger } from './postgres-ledger.js';

const tenCents = parseUsd('0.10');
/** Room for three: of the calls that a ledger sends together when its lanes start, some are refused for certain. */
const project = { id: 'project', limit: 3n * tenCents };
let server: Awaited<ReturnType<typeof startOwnPostgres>>;
let pools: Pool[];
let schemas = 0;

beforeAll(async () => {
  server = await startOwnPostgres();
  pools = Array.from({ length: 4 }, () => openPool(server.connectionString, 3));
}, 120_000);

afterAll(async () => {
  for (const pool of pools) await pool.end();
  await server.stop();
}, 60_000);

const freshSchema = () => `farebox_failures_${schemas++}`;

/**
 * Four ledgers spend, each over connections of its own and beyond what the limit allows, until what disturbs them
 * is over; then the books must be exactly what the ledgers promised.
 */
async function spendDuring(disturbance: (ledger: CheckedLedger) => Promise<void>): Promise<void> {
  const schema = freshSchema();
  const ledgers = pools.map((pool) => postgresLedger({ pool, schema, patienceMs: 60_000 }));
  const [first] = ledgers as [CheckedLedger];
  await first.balance('project');
  const promised = new Map<string, bigint>();
  let refused = 0;
  let isOver = false;
  const lane = async (ledger: CheckedLedger, name: string) => {
    for (let call = 0; !isOver || call < 10; call++) {
      const id = `${name}/${call}`;
      try {
        await ledger.reserve(reservationOf(id, tenCents, [project]));
      } catch (error) {
        if (!isChatError(error) || error.kind !== 'budget') throw error;
        refused++;
        continue;
      }
      const cost = BigInt(1 + (call % 7));
      await ledger.settle(id, costing(cost));
      promised.set(id, cost);
    }
  };
  const watch = async () => {
    while (!isOver) {
      const { settled, reserved } = await first.balance('project');
      expect(settled + reserved <= project.limit).toBe(true);
    }
  };
  const lanes = ledgers.flatMap((ledger, index) =>
    Array.from({ length: 6 }, (_, number) => lane(ledger, `${index}.${number}`)),
  );
  const disturbed = disturbance(first).finally(() => {
    isOver = true;
  });
  await Promise.all([...lanes, watch(), disturbed]);
  expect(refused).toBeGreaterThan(0);
  expect(await first.check()).toEqual([]);
  const receipts = await first.receipts({ limit: 1_000_000 });
  expect(receipts).toHaveLength(promised.size);
  for (const { id, cost } of receipts) expect(amountOf(cost), id).toBe(promised.get(id));
  const settled = [...promised.values()].reduce((sum, cost) => sum + cost, 0n);
  expect(await first.balance('project')).toEqual({ settled, reserved: 0n, closed: false });
  for (const ledger of ledgers) await ledger.close();
}

describe('postgresLedger, when the server goes away', () => {
  for (const how of ['fast', 'immediate'] as const) {
    it(`waits for a server that is restarted (${how}), overspends nothing, and loses and doubles no receipt`, async () => {
      await spendDuring(async () => {
        await sleep(100);
        await server.restart(how);
      });
    }, 120_000);
  }

  it('finds out by its id what became of a statement whose backend was terminated', async () => {
    let terminated = 0;
    await spendDuring(async () => {
      while (terminated < 20) {
        const { rows } = (await pools[3]
          ?.query(
            `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
           WHERE pid <> pg_backend_pid() AND state = 'active' AND query LIKE '%together%' LIMIT 1`,
          )
          .catch(() => ({ rows: [] }))) ?? { rows: [] };
        terminated += rows.length;
        await sleep(5);
      }
    });
  }, 120_000);

  it('counts once what was written although its answer never came', async () => {
    const proxy = await cuttingProxy(server.port);
    const cut = openPool(server.connectionString.replace(`:${server.port}/`, `:${proxy.port}/`), 2);
    const ledger = postgresLedger({ pool: cut, schema: freshSchema() });
    await ledger.balance('project');
    proxy.cutNext();
    expect(await ledger.reserve(reservationOf('a', tenCents, [project]))).toMatchObject({
      amount: tenCents,
    });
    proxy.cutNext();
    expect(await ledger.settle('a', costing(7n))).toMatchObject({ id: 'a', resolution: 'settled' });
    expect(proxy.cuts()).toBe(2);
    expect(await ledger.balance('project')).toMatchObject({ settled: 7n, reserved: 0n });
    expect(await ledger.receipts()).toHaveLength(1);
    expect(await ledger.check()).toEqual([]);
    await ledger.close();
    await cut.end();
    proxy.close();
  }, 60_000);

  it('asks again where a server says nothing within the query_timeout of its pool, and counts once', async () => {
    const schema = freshSchema();
    const impatient = new Pool({ connectionString: server.connectionString, query_timeout: 100 });
    const ledger = postgresLedger({ pool: impatient, schema, patienceMs: 60_000 });
    await ledger.reserve(reservationOf('a', tenCents, [project]));
    const other = (await pools[0]?.connect()) as PoolClient;
    await other.query('BEGIN');
    await other.query(`SELECT * FROM ${schema}.accounts FOR UPDATE`);
    const settling = ledger.settle('a', costing(7n));
    await sleep(300);
    await other.query('COMMIT');
    other.release();
    expect(await settling).toMatchObject({ id: 'a', resolution: 'settled' });
    expect(await ledger.balance('project')).toMatchObject({ settled: 7n, reserved: 0n });
    expect(await ledger.check()).toEqual([]);
    await ledger.close();
    await impatient.end();
  }, 60_000);

  it('says so where the server stays away, reserves nothing, and goes on where it left off', async () => {
    const schema = freshSchema();
    const [pool] = pools as [Pool];
    const ledger = postgresLedger({ pool, schema, patienceMs: 30 });
    await ledger.reserve(reservationOf('a', tenCents, [project]));
    await server.restart('fast', async () => {
      for (const ask of [
        () => ledger.reserve(reservationOf('b', tenCents, [project])),
        () => ledger.settle('a', costing(1n)),
        () => ledger.balance('project'),
      ]) {
        await expect(ask()).rejects.toMatchObject({
          kind: 'store',
          code: 'unreachable',
          fix: expect.stringContaining('patienceMs'),
        });
      }
    });
    expect(await ledger.balance('project')).toMatchObject({ settled: 0n, reserved: tenCents });
    await ledger.settle('a', costing(1n));
    await ledger.close();
  }, 60_000);
});
