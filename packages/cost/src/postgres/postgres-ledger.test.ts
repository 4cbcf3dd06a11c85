import { parseUsd } from '@farebox/core';
import { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { costing, reservationOf } from '../conformance/samples.js';
import type { CheckedLedger } from '../store/checked-ledger.js';
import { openPool, type PostgresServer, startPostgres } from './fixtures/postgres-server.js';
import { type PostgresLedgerOptions, postgresLedger } from './postgres-ledger.js';
import type { PostgresPool } from './postgres-pool.js';

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
const aTurn = () => new Promise((resolve) => setImmediate(resolve));

/** Ledgers as several processes have them, with the same tables. */
function several(count: number, options: PostgresLedgerOptions): CheckedLedger[] {
  const schema = freshSchema();
  return Array.from({ length: count }, () => postgresLedger({ schema, ...options }));
}

describe('postgresLedger', () => {
  it('is exact where the database makes every transaction serializable, by trying again', async () => {
    const options = '-c default_transaction_isolation=serializable';
    const strict = new Pool({ connectionString: server.connectionString, max: 10, options });
    const ledgers = several(4, { pool: strict, patienceMs: 60_000 });
    const limited = { id: 'five dollars', limit: 50n * tenCents };
    const results = await Promise.allSettled(
      Array.from({ length: 100 }, async (_, index) => {
        // Apart, so that not all of them share one statement per ledger.
        for (let turns = 0; turns < index / 10; turns++) await aTurn();
        return ledgers[index % 4]?.reserve(reservationOf(`r${index}`, tenCents, [limited]));
      }),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(50);
    for (const ledger of ledgers) await ledger.close();
    await strict.end();
  }, 90_000);

  it('does not deadlock where calls name the same scopes in other orders', async () => {
    const ledgers = several(4, { pool });
    const [ledger] = ledgers as [CheckedLedger];
    const scopes = ['a', 'b', 'c', 'd'].map((id) => ({ id }));
    await Promise.all(
      Array.from({ length: 60 }, async (_, index) => {
        const turned = [...scopes.slice(index % 4), ...scopes.slice(0, index % 4)];
        const order = index % 2 === 0 ? turned : turned.reverse();
        const one = ledgers[index % 4] ?? ledger;
        await one.reserve(reservationOf(`r${index}`, 2n, order));
        await one.settle(`r${index}`, costing(1n));
      }),
    );
    for (const { id } of scopes) {
      expect(await ledger.balance(id)).toEqual({ settled: 60n, reserved: 0n, closed: false });
    }
    for (const one of ledgers) await one.close();
  }, 60_000);

  it('sends what is asked for in one turn of the event loop in one statement, and answers each for itself', async () => {
    let statements = 0;
    const counting: PostgresPool = {
      query: (text, values) => {
        if (text.startsWith('SELECT answer')) statements++;
        return pool.query(text, values);
      },
    };
    const [ledger] = several(1, { pool: counting }) as [CheckedLedger];
    await ledger.balance('session');
    const results = await Promise.allSettled([
      ledger.reserve(reservationOf('a', 60n, [session])),
      ledger.reserve(reservationOf('b', 41n, [session])),
      ledger.settle('a', costing(50n)),
      ledger.settle('c', costing(1n)),
      ledger.reserve(reservationOf('d', 50n, [session])),
    ]);
    expect(results.map(({ status }) => status === 'fulfilled')).toEqual([
      true,
      false,
      true,
      false,
      true,
    ]);
    expect(statements).toBe(1);
    expect(await ledger.balance('session')).toMatchObject({ settled: 50n, reserved: 50n });
    await ledger.close();
  }, 60_000);

  it('does not let one call that cannot be written take those down that share its statement', async () => {
    const [ledger] = several(1, { pool }) as [CheckedLedger];
    const unwritable = { tags: { text: 'PostgreSQL has no \0 in its texts' } };
    const results = await Promise.allSettled([
      ledger.reserve(reservationOf('a', 10n, [session])),
      ledger.reserve(reservationOf('b', 10n, [session], unwritable)),
      ledger.reserve(reservationOf('c', 10n, [session])),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await ledger.balance('session')).toMatchObject({ reserved: 20n });
    expect(await ledger.check()).toEqual([]);
    await ledger.close();
  }, 60_000);

  it('notices a balance that does not agree with its reservations and receipts, and what is held and settled', async () => {
    const schema = freshSchema();
    const ledger = postgresLedger({ pool, schema });
    await ledger.reserve(reservationOf('a', 60n, [session]));
    await ledger.settle('a', costing(50n));
    expect(await ledger.check()).toEqual([]);
    await pool.query(`UPDATE ${schema}.accounts SET settled = settled - 1`);
    await pool.query(
      `INSERT INTO ${schema}.holds SELECT id, 'nobody', hold FROM ${schema}.receipts`,
    );
    expect(await ledger.check()).toEqual([
      'The balance of session is not what its reservations and receipts come to.',
      'The reservation a has a receipt and is still held.',
    ]);
    await ledger.close();
  }, 60_000);

  it('agrees with itself after receipts were pruned', async () => {
    const [ledger] = several(1, { pool }) as [CheckedLedger];
    const perCall = { id: 'answer', limit: 10n, per: 'call' as const };
    for (const id of ['a', 'b', 'c'])
      await ledger.reserve(reservationOf(id, 7n, [session, perCall]));
    await ledger.settle('a', costing(7n));
    await ledger.settle('b', costing(6n));
    expect(await ledger.prune(Date.now() + 60_000)).toBe(2);
    expect(await ledger.balance('session')).toMatchObject({ settled: 13n, reserved: 7n });
    expect(await ledger.balance(perCall, 'a')).toMatchObject({ settled: 0n });
    expect(await ledger.balance(perCall, 'c')).toMatchObject({ reserved: 7n });
    expect(await ledger.check()).toEqual([]);
    await ledger.close();
  }, 60_000);

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
