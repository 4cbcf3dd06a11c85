import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type CheckedLedger, scope } from '@farebox/cost';
import { postgresLedger } from '@farebox/cost/postgres';
import { sqliteLedger } from '@farebox/cost/sqlite';
import { simulate } from '@farebox/simulator';
import { serve } from '@farebox/simulator/node';
import { expect, it } from 'vitest';
import { openPool, startPostgres } from './postgres-server.ts';

const budget = scope({ id: 'five dollars', limitUsd: '5' });

/** Makes whole calls in a process of its own, over the built packages, and tells of each as it ends. */
async function callInProcess(
  store: string,
  baseURL: string,
  calls: number,
  ended: (outcome: string) => void,
): Promise<void> {
  const script = join(import.meta.dirname, 'caller.mjs');
  const child = spawn(process.execPath, [script, store, baseURL, String(calls)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const closed = once(child, 'close');
  for await (const line of createInterface({ input: child.stdout }))
    ended(JSON.parse(line).outcome);
  await closed;
}

/** 8 processes × 125 whole calls, of which none is answered before all thousand are sent or refused. */
async function thousandCallsInEightProcesses(store: string, ledger: CheckedLedger): Promise<void> {
  const simulator = simulate({ seed: 1 });
  const decided = Promise.withResolvers<void>();
  const held = decided.promise.then(() => ledger.balance(budget));
  const outcomes: string[] = [];
  let sent = 0;
  const count = () => {
    if (sent + outcomes.length === 1000) decided.resolve();
  };
  const server = await serve({
    ...simulator,
    fetch: async (input, init) => {
      sent++;
      count();
      await held;
      return simulator.fetch(input, init);
    },
  });
  const ended = (outcome: string) => {
    outcomes.push(outcome);
    count();
  };
  const processes = Array.from({ length: 8 }, () => callInProcess(store, server.url, 125, ended));
  expect(await held).toEqual({ settled: 0n, reserved: budget.limit, closed: false });
  await Promise.all(processes);
  const answered = outcomes.filter((outcome) => outcome === 'answered');
  const refused = outcomes.filter((outcome) => outcome === 'budget');
  expect([answered.length, refused.length, sent]).toEqual([50, 950, 50]);
  expect(simulator.books.requests).toHaveLength(50);
  const { settled, reserved } = await ledger.balance(budget);
  expect(reserved).toBe(0n);
  expect(settled < (budget.limit ?? 0n)).toBe(true);
  expect(await ledger.receipts()).toHaveLength(50);
  // They settled for less, so there is room for others.
  await callInProcess(store, server.url, 5, (outcome) => expect(outcome).toBe('answered'));
  expect(simulator.books.requests).toHaveLength(55);
  expect(await ledger.check()).toEqual([]);
  await server.close();
}

it('of 8 processes that make 125 calls of $0.10 each against $5, exactly 50 calls are sent, with a ledger in SQLite', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'farebox-eight-'));
  const file = join(folder, 'ledger.db');
  const ledger = sqliteLedger({ file, busyTimeoutMs: 60_000 });
  await thousandCallsInEightProcesses(file, ledger);
  await ledger.close();
  rmSync(folder, { recursive: true });
}, 300_000);

it('of 8 processes that make 125 calls of $0.10 each against $5, exactly 50 calls are sent, with a ledger in PostgreSQL', async () => {
  const postgres = await startPostgres();
  const pool = openPool(postgres.connectionString, 4);
  const schema = `farebox_eight_${process.pid}`;
  const ledger = postgresLedger({ pool, schema, patienceMs: 60_000 });
  await thousandCallsInEightProcesses(`${postgres.connectionString}#${schema}`, ledger);
  await ledger.close();
  await pool.query(`DROP SCHEMA ${schema} CASCADE`);
  await pool.end();
  await postgres.stop();
}, 300_000);
