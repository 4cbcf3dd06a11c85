import { parseUsd } from '@farebox/core';
import { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { costing, reservationOf } from '../conformance/samples.js';
import { openPool, type PostgresServer, startPostgres } from './fixtures/postgres-server.js';
import { postgresLedger } from './postgres-ledger.js';

const session = { id: 'session', limit: 100n };
const tenCents = parseUsd('0.10');
let server: PostgresServer;
let pool: Pool;
let schemas = 0;

beforeAll(async () => {
  server = await startPostgres();
  pool = openPool(server.connectionString, 10);
}, 120_000);

afterAll(async () => {
  await pool.end();
  await server.stop();
}, 60_000);

const freshSchema = () => `farebox_unit_${process.pid}_${schemas++}`;

describe('postgresLedger', () => {
  it('is exact where the database makes every transaction serializable, by trying again', async () => {
    const options = '-c default_transaction_isolation=serializable';
    const strict = new Pool({ connectionString: server.connectionString, max: 10, options });
    const ledger = postgresLedger({ pool: strict, schema: freshSchema(), patienceMs: 60_000 });
    const limited = { id: 'five dollars', limit: 50n * tenCents };
    const results = await Promise.allSettled(
      Array.from({ length: 100 }, (_, index) =>
        ledger.reserve(reservationOf(`r${index}`, tenCents, [limited])),
      ),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(50);
    await ledger.close();
    await strict.end();
  }, 90_000);

  it('does not deadlock where calls name the same scopes in other orders', async () => {
    const ledger = postgresLedger({ pool, schema: freshSchema() });
    const scopes = ['a', 'b', 'c', 'd'].map((id) => ({ id }));
    await Promise.all(
      Array.from({ length: 60 }, async (_, index) => {
        const turned = [...scopes.slice(index % 4), ...scopes.slice(0, index % 4)];
        const order = index % 2 === 0 ? turned : turned.reverse();
        await ledger.reserve(reservationOf(`r${index}`, 2n, order));
        await ledger.settle(`r${index}`, costing(1n));
      }),
    );
    for (const { id } of scopes) {
      expect(await ledger.balance(id)).toEqual({ settled: 60n, reserved: 0n, closed: false });
    }
    await ledger.close();
  }, 60_000);

  it('waits for a server that is restarted, and counts what was under way once', async () => {
    if (server.restart === undefined) return;
    const ledger = postgresLedger({ pool, schema: freshSchema(), patienceMs: 60_000 });
    const limited = { id: 'five dollars', limit: 50n * tenCents };
    await ledger.reserve(reservationOf('before', tenCents, [limited]));
    const calls = Array.from({ length: 200 }, (_, index) =>
      ledger.reserve(reservationOf(`r${index}`, tenCents, [limited])),
    );
    const restarted = server.restart();
    const results = await Promise.allSettled(calls);
    await restarted;
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(49);
    expect(await ledger.balance('five dollars')).toMatchObject({ reserved: 50n * tenCents });
    await ledger.close();
  }, 90_000);

  it('says that the server cannot be reached once its patience is at its end, and goes on when it can', async () => {
    const nowhere = new Pool({ host: '127.0.0.1', port: 1, password: 'never-in-a-message' });
    let target = nowhere;
    const switching = { query: (text: string, values?: unknown[]) => target.query(text, values) };
    const ledger = postgresLedger({ pool: switching, schema: freshSchema(), patienceMs: 20 });
    const refused = await ledger.reserve(reservationOf('a', 1n, [session])).catch((error) => error);
    expect(refused).toMatchObject({ kind: 'store', code: 'unreachable' });
    expect(refused.fix).toContain('patienceMs');
    expect(String(refused.stack) + JSON.stringify(refused)).not.toContain('never-in-a-message');
    target = pool;
    await ledger.reserve(reservationOf('a', 1n, [session]));
    await ledger.close();
    await nowhere.end();
  }, 60_000);

  it('makes its tables once, however many processes come first at the same time', async () => {
    for (let round = 0; round < 10; round++) {
      const schema = freshSchema();
      const ledgers = Array.from({ length: 6 }, () => postgresLedger({ pool, schema }));
      const asked = reservationOf('a', 1n, [session]);
      await Promise.all(ledgers.map((ledger) => ledger.reserve(asked)));
      expect(await ledgers[0]?.balance('session')).toMatchObject({ reserved: 1n });
      for (const ledger of ledgers) await ledger.close();
    }
  }, 60_000);

  it('leaves tables of a newer version alone', async () => {
    const schema = freshSchema();
    const first = postgresLedger({ pool, schema });
    await first.balance('session');
    await pool.query(`INSERT INTO ${schema}.versions VALUES (99)`);
    const second = postgresLedger({ pool, schema });
    await expect(second.reserve(reservationOf('a', 1n, [session]))).rejects.toMatchObject({
      kind: 'store',
      code: 'new-version',
    });
  }, 60_000);

  it('refuses a schema that is no plain name, before anything is sent', () => {
    for (const schema of ['', 'Farebox', 'a.b', 'a"; DROP TABLE x; --', 'x'.repeat(64)]) {
      expect(() => postgresLedger({ pool, schema })).toThrow('schema must be a plain name');
    }
  });

  it('counts beyond what 64 bits hold', async () => {
    const ledger = postgresLedger({ pool, schema: freshSchema() });
    for (const id of ['a', 'b', 'c']) {
      await ledger.reserve(reservationOf(id, 2n ** 63n, [{ id: 'company' }]));
      await ledger.settle(id, costing(2n ** 63n));
    }
    expect(await ledger.balance('company')).toMatchObject({ settled: 3n * 2n ** 63n });
    expect((await ledger.spend({ by: 'model' }))[0]?.amount).toBe(3n * 2n ** 63n);
    await ledger.close();
  }, 60_000);

  it('keeps a receipt whose usage is nonsense, and counts no tokens from it', async () => {
    const ledger = postgresLedger({ pool, schema: freshSchema() });
    const usage = { prompt_tokens: 1.5, completion_tokens: 1e30, total_tokens: -1 };
    await ledger.reserve(reservationOf('a', 1n, []));
    expect((await ledger.settle('a', costing(1n, { usage }))).usage).toEqual(usage);
    expect(await ledger.spend({ by: 'model' })).toMatchObject([
      { inputTokens: 0, outputTokens: 0 },
    ]);
    await ledger.close();
  }, 60_000);
});
