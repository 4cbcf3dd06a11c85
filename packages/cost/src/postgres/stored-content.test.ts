import type { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { costing, reservationOf } from '../conformance/samples.js';
import { canaries, canaryAttempts } from '../fixtures/canary-attempts.js';
import { openPool, type PostgresServer, startPostgres } from './fixtures/postgres-server.js';
import { postgresLedger } from './postgres-ledger.js';
import { migrations } from './schema.js';

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

const freshSchema = () => `farebox_content_${process.pid}_${schemas++}`;

/** Every row of every table, as text. */
async function rowsIn(schema: string): Promise<string> {
  const { rows } = await pool.query('SELECT tablename FROM pg_tables WHERE schemaname = $1', [
    schema,
  ]);
  const texts = rows.map(async ({ tablename }) => {
    const found = await pool.query(`SELECT t::text AS text FROM ${schema}.${tablename} t`);
    return found.rows.map(({ text }) => `${tablename} ${text}`).join('\n');
  });
  return (await Promise.all(texts)).join('\n');
}

describe('what is in the tables of a PostgreSQL ledger', { timeout: 60_000 }, () => {
  it('is nothing of a prompt, an answer or a key, unless it was asked for', async () => {
    const schema = freshSchema();
    const ledger = postgresLedger({ pool, schema });
    await canaryAttempts(ledger);
    const rows = await rowsIn(schema);
    expect(rows.match(/^receipts /gm)).toHaveLength(6);
    expect(rows).not.toMatch(/^contents /m);
    for (const word of [...canaries.written, ...canaries.keys]) expect(rows).not.toContain(word);
    await ledger.close();
  });

  it('is all of both where it was, never a key, and nothing of it once it is pruned', async () => {
    const schema = freshSchema();
    const ledger = postgresLedger({ pool, schema });
    await canaryAttempts(ledger, [canaries.keys[1]]);
    const rows = await rowsIn(schema);
    expect(rows.match(/^contents /gm)).toHaveLength(6);
    for (const word of canaries.written) expect(rows).toContain(word);
    for (const key of canaries.keys) expect(rows).not.toContain(key);
    expect(await ledger.prune(Date.now() + 60_000)).toBe(6);
    const left = await rowsIn(schema);
    for (const word of canaries.written) expect(left).not.toContain(word);
    await ledger.close();
  });
});

describe('a schema that version 1 has made', { timeout: 60_000 }, () => {
  /** What version 1 sends to reserve and to settle. */
  const accounts = [{ scopeId: 'session', window: '', limit: '1000' }];
  const held = (id: string) => ({
    id,
    hold: JSON.stringify({
      ...{ id, callId: id, attempt: 1, bounded: true, softLimits: [], tags: { team: 'red' } },
      ...{ model: 'gpt-4o-mini', holder: 'old', reservedAt: 1, amount: '60', accounts },
    }),
    ...{ least: '60', holder: 'old', leaseMs: 60_000 },
  });
  const cost = { known: 'reported', amount: '50' };
  const settled = (id: string) => ({
    ...{ id, resolution: 'settled', model: 'gpt-4o-mini', known: 'reported', cost: '50' },
    settlement: JSON.stringify({ outcome: 'completed', model: 'gpt-4o-mini', cost }),
    ...{ inputTokens: 0, outputTokens: 0, at: 2 },
  });
  const asVersion1 = async (schema: string, ...asked: object[]) => {
    const text = `SELECT answer FROM ${schema}.together($1) AS answer`;
    const { rows } = await pool.query(text, [JSON.stringify(asked)]);
    return rows.map(({ answer }) => answer);
  };

  it('keeps its receipts and reservations, has contents from now on, and goes on with processes of version 1', async () => {
    const schema = freshSchema();
    await pool.query(`CREATE SCHEMA ${schema}`);
    await pool.query(`CREATE TABLE ${schema}.versions (version integer PRIMARY KEY)`);
    await pool.query(migrations[0]?.(schema) ?? '');
    await pool.query(`INSERT INTO ${schema}.versions VALUES (1)`);
    await asVersion1(schema, held('a'), held('b'), settled('a'));

    // Five at once: one brings the tables up to date, the others wait for it.
    const ledgers = Array.from({ length: 5 }, () => postgresLedger({ pool, schema }));
    const lists = await Promise.all(ledgers.map((one) => one.receipts({ content: true })));
    for (const list of lists) expect(list.map(({ id }) => id)).toEqual(['a']);
    const [ledger] = ledgers;
    if (ledger === undefined) return;
    expect(await ledger.check()).toEqual([]);
    expect(await ledger.balance('session')).toMatchObject({ settled: 50n, reserved: 60n });

    const content = { request: { model: 'gpt-4o-mini' }, choices: [], truncated: false };
    await ledger.reserve(reservationOf('c', 7n, [{ id: 'session', limit: 1000n }]));
    await ledger.settle('c', costing(7n, { content }));
    // The old process does not know of it, and settles what it holds.
    const [written, another] = await asVersion1(schema, settled('b'), held('d'));
    expect(written).toMatchObject({ written: { sequence: 3 } });
    expect(another).toMatchObject({ amount: '60', softLimits: [] });
    const receipts = await ledger.receipts({ content: true });
    expect(receipts.map(({ id, content: kept }) => [id, kept])).toEqual([
      ['a', undefined],
      ['c', content],
      ['b', undefined],
    ]);
    expect(await ledger.balance('session')).toMatchObject({ settled: 107n, reserved: 60n });
    expect(await ledger.check()).toEqual([]);
    for (const one of ledgers) await one.close();
  });
});
