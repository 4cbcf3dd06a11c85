import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ChatClient } from '@farebox/chat';
import { isChatError, type Scope } from '@farebox/core';
import { type Ledger, memoryLedger, scope } from '@farebox/cost';
import { postgresLedger } from '@farebox/cost/postgres';
import { sqliteLedger } from '@farebox/cost/sqlite';
import { simulate } from '@farebox/simulator';
import { expect, it } from 'vitest';
import { openPool, startPostgres } from './postgres-server.ts';
import { tenCentAnswers } from './ten-cent-answers.mjs';

/** A thousand whole calls at once; no answer arrives before each of them is sent or refused. */
async function thousandCalls(ledger: Ledger, budget: Scope) {
  const simulator = simulate({ seed: 1 });
  const decided = Promise.withResolvers<void>();
  const held = decided.promise.then(() => ledger.balance(budget));
  let sent = 0;
  let refused = 0;
  const count = () => {
    if (sent + refused === 1000) decided.resolve();
  };
  const client = new ChatClient({
    model: 'gpt-4o-mini',
    apiKey: 'sk-of-the-test-0000000000',
    max_completion_tokens: 1000,
    prices: tenCentAnswers,
    ledger,
    budget,
    retry: false,
    fetch: async (input, init) => {
      sent++;
      count();
      await held;
      return simulator.fetch(input, init);
    },
  });
  const calls = Array.from({ length: 1000 }, async () => {
    try {
      await client.ask('Explain a for loop');
      return 'answered';
    } catch (error) {
      if (sent + refused < 1000) refused++;
      count();
      return isChatError(error) ? error.kind : String(error);
    }
  });
  const outcomes = await Promise.all(calls);
  return { simulator, client, held: await held, outcomes, sent };
}

async function holds(ledger: Ledger): Promise<void> {
  const budget = scope({ id: 'five dollars', limitUsd: '5' });
  const { simulator, client, held, outcomes, sent } = await thousandCalls(ledger, budget);
  expect(held).toEqual({ settled: 0n, reserved: budget.limit, closed: false });
  expect(outcomes.filter((outcome) => outcome === 'answered')).toHaveLength(50);
  expect(outcomes.filter((outcome) => outcome === 'budget')).toHaveLength(950);
  expect(sent).toBe(50);
  expect(simulator.books.requests).toHaveLength(50);
  // They settled for less, so there is room again.
  const { settled, reserved } = await ledger.balance(budget);
  expect(reserved).toBe(0n);
  expect(settled < (budget.limit ?? 0n)).toBe(true);
  await Promise.all(Array.from({ length: 10 }, () => client.ask('Explain a for loop')));
  expect(simulator.books.requests).toHaveLength(60);
  expect(await ledger.receipts()).toHaveLength(60);
}

it(
  'of a thousand concurrent calls of $0.10 against $5 exactly 50 are sent, with a ledger in memory',
  () => holds(memoryLedger()),
  60_000,
);

it('of a thousand concurrent calls of $0.10 against $5 exactly 50 are sent, with a ledger in SQLite', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'farebox-calls-'));
  const ledger = sqliteLedger({ file: join(folder, 'ledger.db') });
  await holds(ledger);
  await ledger.close();
  rmSync(folder, { recursive: true });
}, 60_000);

it('of a thousand concurrent calls of $0.10 against $5 exactly 50 are sent, with a ledger in PostgreSQL', async () => {
  const server = await startPostgres();
  const pool = openPool(server.connectionString, 8);
  const ledger = postgresLedger({ pool, schema: `farebox_calls_${process.pid}` });
  await holds(ledger);
  await ledger.close();
  await pool.query(`DROP SCHEMA farebox_calls_${process.pid} CASCADE`);
  await pool.end();
  await server.stop();
}, 120_000);
