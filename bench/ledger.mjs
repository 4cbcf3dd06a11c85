/**
 * What a ledger costs: pairs of reserve and settle per second, and processor time per pair, for each store.
 *
 *     node bench/ledger.mjs [pairs per row]
 *
 * Run `npm test` once before, so that the packages are built. PostgreSQL is the one that `DATABASE_URL` names, or is left out.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { memoryLedger } from '@farebox/cost';
import { postgresLedger } from '@farebox/cost/postgres';
import { sqliteLedger } from '@farebox/cost/sqlite';
import { Pool } from 'pg';

const self = fileURLToPath(import.meta.url);
const [, , first = '2000', file, name] = process.argv;
const pairs = Number(first);

/** @param {import('@farebox/cost').Ledger} ledger @param {number} lanes @param {number} scopeCount @param {number} count */
async function measure(ledger, lanes, scopeCount, count, prefix = `${lanes}/${scopeCount}`) {
  const scopes = Array.from({ length: scopeCount }, (_, index) => ({
    id: `scope ${index}`,
    limit: 10n ** 18n,
  }));
  let next = 0;
  const lane = async () => {
    while (next < count) {
      const id = `${prefix}/${next++}`;
      const asked = { id, callId: id, attempt: 1, amount: 1000n, scopes, tags: {}, model: 'm' };
      await ledger.reserve(asked);
      const cost = /** @type {const} */ ({ known: 'reported', amount: 10n });
      await ledger.settle(id, { outcome: 'completed', model: 'm', cost });
    }
  };
  const cpu = process.cpuUsage();
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: lanes }, lane));
  const seconds = (performance.now() - startedAt) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  return { perSecond: count / seconds, cpuMicroseconds: (user + system) / count };
}

/** @param {string} what @param {{ perSecond: number, cpuMicroseconds: number }} figures */
function row(what, { perSecond, cpuMicroseconds }) {
  console.log(
    `${what.padEnd(44)} ${Math.round(perSecond).toLocaleString('en-US').padStart(9)} pairs/s ${cpuMicroseconds.toFixed(1).padStart(8)} µs CPU per pair`,
  );
}

async function inMemory() {
  for (const scopes of [1, 10]) {
    await measure(memoryLedger(), 1, scopes, pairs * 20, 'warm');
    row(`memory, ${scopes} scope(s)`, await measure(memoryLedger(), 1, scopes, pairs * 100));
  }
}

async function inSqlite() {
  const folder = mkdtempSync(join(tmpdir(), 'farebox-bench-'));
  for (const lanes of [1, 64]) {
    const ledger = sqliteLedger({ file: join(folder, `${lanes}.db`) });
    row(`SQLite, 1 process, ${lanes} at once`, await measure(ledger, lanes, 1, pairs));
    await ledger.close();
  }
  const shared = join(folder, 'shared.db');
  const children = Array.from({ length: 8 }, (_, index) =>
    fork(self, [String(Math.ceil(pairs / 8)), shared, `p${index}`]),
  );
  const startedAt = performance.now();
  const figures = await Promise.all(
    children.map(async (child) => (await once(child, 'message'))[0]),
  );
  const seconds = (performance.now() - startedAt) / 1000;
  const cpu = figures.reduce((sum, { cpuMicroseconds }) => sum + cpuMicroseconds, 0) / 8;
  row('SQLite, 8 processes', { perSecond: pairs / seconds, cpuMicroseconds: cpu });
  await Promise.all(children.map((child) => child.exitCode ?? once(child, 'exit')));
  rmSync(folder, { recursive: true });
}

async function inPostgres() {
  const connectionString = process.env.DATABASE_URL;
  if (!connectionString) return console.log('PostgreSQL: set DATABASE_URL to measure it.');
  for (const connections of [1, 8, 64]) {
    const pool = new Pool({ connectionString, max: connections });
    const schema = `farebox_bench_${connections}`;
    const ledger = postgresLedger({ pool, schema });
    await measure(ledger, connections, 1, 100, 'warm');
    row(`PostgreSQL, ${connections} connection(s)`, await measure(ledger, connections, 1, pairs));
    await ledger.close();
    await pool.query(`DROP SCHEMA ${schema} CASCADE`);
    await pool.end();
  }
}

if (file === undefined) {
  await inMemory();
  await inSqlite();
  await inPostgres();
} else {
  const ledger = sqliteLedger({ file, busyTimeoutMs: 60_000 });
  const figures = await measure(ledger, 1, 1, pairs, name);
  await ledger.close();
  process.send?.(figures);
}
