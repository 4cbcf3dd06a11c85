/**
 * What a ledger costs: pairs of reserve and settle per second, and processor time per pair, for each store; and what a
 * budget adds to a whole call.
 *
 *     node bench/ledger.mjs [pairs per row]
 *
 * Run `npm test` once before, so that the packages are built. PostgreSQL is the one that `DATABASE_URL` names, or one
 * of its own.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fetchTransport } from '@farebox/client';
import { stack, user } from '@farebox/core';
import { budgetScope, memoryLedger, meter } from '@farebox/cost';
import { postgresLedger } from '@farebox/cost/postgres';
import { sqliteLedger } from '@farebox/cost/sqlite';
import { openPool, startPostgres } from './budget/postgres-server.ts';
import { median } from './measure.mjs';

/** @typedef {import('@farebox/cost').Ledger} Ledger */

const self = fileURLToPath(import.meta.url);
const [, , first = '2000', file, name] = process.argv;
const pairs = Number(first);
const far = 10n ** 18n;
const hot = [{ id: 'hot', limit: far }];

/**
 * Each lane reserves and settles, one pair after the other.
 *
 * @param {{ readonly ledger: Ledger, readonly scopes: readonly import('@farebox/core').Scope[] }[]} lanes
 */
async function measure(lanes, count = pairs, prefix = '') {
  let next = 0;
  const cpu = process.cpuUsage();
  const startedAt = performance.now();
  await Promise.all(
    lanes.map(async ({ ledger, scopes }) => {
      while (next < count) {
        const id = `${prefix}${next++}`;
        const asked = { id, callId: id, attempt: 1, amount: 1000n, scopes, tags: {}, model: 'm' };
        await ledger.reserve(asked);
        const cost = /** @type {const} */ ({ known: 'reported', amount: 10n });
        await ledger.settle(id, { outcome: 'completed', model: 'm', cost });
      }
    }),
  );
  const seconds = (performance.now() - startedAt) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  return { perSecond: count / seconds, cpuMicroseconds: (user + system) / count };
}

/** @param {string} what @param {{ perSecond: number, cpuMicroseconds: number }} figures */
function row(what, { perSecond, cpuMicroseconds }) {
  const rate = Math.round(perSecond).toLocaleString('en-US').padStart(9);
  console.log(
    `${what.padEnd(56)} ${rate} pairs/s ${cpuMicroseconds.toFixed(1).padStart(8)} µs CPU per pair`,
  );
}

async function inMemory() {
  for (const count of [1, 10]) {
    const scopes = Array.from({ length: count }, (_, index) => ({
      id: `scope ${index}`,
      limit: far,
    }));
    await measure([{ ledger: memoryLedger(), scopes }], pairs * 20);
    const figures = await measure([{ ledger: memoryLedger(), scopes }], pairs * 100);
    row(`memory, ${count} scope(s)`, figures);
  }
}

/** @param {string} folder */
async function inSqlite(folder) {
  for (const count of [1, 64]) {
    const ledger = sqliteLedger({ file: join(folder, `${count}.db`) });
    row(
      `SQLite, 1 process, ${count} at once`,
      await measure(Array(count).fill({ ledger, scopes: hot })),
    );
    await ledger.close();
  }
  const shared = join(folder, 'shared.db');
  const children = Array.from({ length: 8 }, (_, index) =>
    fork(self, [String(Math.ceil(pairs / 8)), shared, `p${index}/`]),
  );
  // Their start is no part of it.
  await Promise.all(children.map((child) => once(child, 'message')));
  const startedAt = performance.now();
  const figures = await Promise.all(
    children.map(async (child) => {
      child.send('go');
      return (await once(child, 'message'))[0];
    }),
  );
  const seconds = (performance.now() - startedAt) / 1000;
  const cpuMicroseconds = figures.reduce((sum, figure) => sum + figure.cpuMicroseconds, 0) / 8;
  row('SQLite, 8 processes, each one at a time', { perSecond: pairs / seconds, cpuMicroseconds });
  await Promise.all(children.map((child) => child.exitCode ?? once(child, 'exit')));
}

/** One process of eight. @param {string} shared @param {string} prefix */
async function asChild(shared, prefix) {
  const ledger = sqliteLedger({ file: shared, busyTimeoutMs: 60_000 });
  await ledger.balance('hot');
  process.send?.('ready');
  await once(process, 'message');
  process.send?.(await measure([{ ledger, scopes: hot }], pairs, prefix));
  await ledger.close();
  process.disconnect();
}

/** @param {string} connectionString */
async function inPostgres(connectionString) {
  for (const count of [1, 8, 64]) {
    for (const isHot of [true, false]) {
      const what = `PostgreSQL, 1 process, ${count} at once`;
      await postgresRow(what, isHot, count, [openPool(connectionString, count)]);
    }
  }
  for (const count of [8, 64]) {
    for (const isHot of [true, false]) {
      // As many processes are: a ledger each, which shares nothing with the others, and a connection each.
      const pools = Array.from({ length: count }, () => openPool(connectionString, 1));
      await postgresRow(`PostgreSQL, ${count} ledgers, a connection each`, isHot, count, pools);
    }
  }
}

/**
 * So many lanes over a ledger for each pool.
 *
 * @param {string} what
 * @param {boolean} isHot
 * @param {number} count
 * @param {import('pg').Pool[]} pools
 */
async function postgresRow(what, isHot, count, pools) {
  const ledgers = pools.map((pool) => postgresLedger({ pool, schema: 'farebox_bench' }));
  const lanes = Array.from({ length: count }, (_, index) => ({
    ledger: /** @type {Ledger} */ (ledgers[index % ledgers.length]),
    scopes: isHot ? hot : [{ id: `own ${index}`, limit: far }],
  }));
  await measure(lanes, count * 5, 'warm ');
  row(`${what}, ${isHot ? 'one scope' : 'scopes apart'}`, await measure(lanes));
  for (const ledger of ledgers) await ledger.close();
  await pools[0]?.query('DROP SCHEMA farebox_bench CASCADE');
  for (const pool of pools) await pool.end();
}

const answer = [
  '{"id":"c","object":"chat.completion.chunk","created":1,"model":"gpt-4o-mini","choices":[{"index":0,"delta":{"role":"assistant","content":"Hi"},"finish_reason":null}]}',
  '{"id":"c","object":"chat.completion.chunk","created":1,"model":"gpt-4o-mini","choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}',
  '{"id":"c","object":"chat.completion.chunk","created":1,"model":"gpt-4o-mini","choices":[],"usage":{"prompt_tokens":8,"completion_tokens":1,"total_tokens":9}}',
  '[DONE]',
]
  .map((data) => `data: ${data}\n\n`)
  .join('');

/** How much longer a whole call takes with a budget than without: bound, reserve, price, settle, receipt. */
async function overheadOf(/** @type {string} */ what, /** @type {Ledger} */ ledger) {
  const transport = fetchTransport({
    apiKey: 'sk-of-the-bench-0000000000',
    fetch: async () => new Response(answer, { headers: { 'content-type': 'text/event-stream' } }),
  });
  const metered = stack(budgetScope(...hot), meter({ ledger }))(transport);
  const request = {
    model: 'gpt-4o-mini',
    messages: [user('Explain a for loop')],
    max_completion_tokens: 100,
  };
  const microseconds = async (/** @type {import('@farebox/core').Call} */ call) => {
    const startedAt = performance.now();
    await (await call(request, {})).completion();
    return (performance.now() - startedAt) * 1000;
  };
  /** @type {number[]} */
  const more = [];
  for (let round = 0; round < 1200; round++) {
    const plain = await microseconds(transport);
    more.push((await microseconds(metered)) - plain);
  }
  console.log(
    `a whole call, with ${what}`.padEnd(56),
    `${median(more.slice(200)).toFixed(0).padStart(9)} µs more`,
  );
}

if (file !== undefined) await asChild(file, name ?? '');
else {
  console.log(`Load of the last minute: ${loadavg()[0]?.toFixed(1)}`);
  const folder = mkdtempSync(join(tmpdir(), 'farebox-bench-'));
  const postgres = await startPostgres();
  await inMemory();
  await inSqlite(folder);
  await inPostgres(postgres.connectionString);
  await overheadOf('memory', memoryLedger());
  const sqlite = sqliteLedger({ file: join(folder, 'overhead.db') });
  await overheadOf('SQLite', sqlite);
  await sqlite.close();
  const pool = openPool(postgres.connectionString, 1);
  const ledger = postgresLedger({ pool, schema: 'farebox_bench' });
  await overheadOf('PostgreSQL', ledger);
  await ledger.close();
  await pool.query('DROP SCHEMA farebox_bench CASCADE');
  await pool.end();
  await postgres.stop();
  rmSync(folder, { recursive: true });
}
