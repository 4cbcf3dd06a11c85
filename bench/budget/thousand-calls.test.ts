import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ChatClient } from '@farebox/chat';
import { type Catalogue, isChatError, type Scope } from '@farebox/core';
import { type Ledger, memoryLedger, scope } from '@farebox/cost';
import { postgresLedger } from '@farebox/cost/postgres';
import { sqliteLedger } from '@farebox/cost/sqlite';
import { simulate } from '@farebox/simulator';
import { Pool } from 'pg';
import { expect, it } from 'vitest';
import { startPostgres } from './postgres-server.ts';

/** A price at which an answer of 1,000 tokens costs $0.10, and the prompt nothing. */
const prices: Catalogue = {
  provider: 'openai',
  models: [
    {
      id: 'gpt-4o-mini',
      aliases: ['gpt-4o-mini-2024-07-18'],
      prices: [
        {
          serviceTier: 'default',
          checkedOn: '2026-11-28',
          source: 'made up',
          bands: [{ rates: { 'input.text.fresh': 0n, 'output.text': 100_000_000n } }],
        },
      ],
    },
  ],
};

/** A thousand whole calls at once; no answer arrives before each of them is sent or refused. */
async function thousandCalls(ledger: Ledger, budget: Scope) {
  const simulator = simulate({ seed: 1 });
  const decided = Promise.withResolvers<void>();
  let sent = 0;
  let refused = 0;
  const count = () => {
    if (sent + refused === 1000) decided.resolve();
  };
  const client = new ChatClient({
    model: 'gpt-4o-mini',
    apiKey: 'sk-of-the-test-0000000000',
    max_completion_tokens: 1000,
    prices,
    ledger,
    budget,
    retry: false,
    fetch: async (input, init) => {
      sent++;
      count();
      await decided.promise;
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
  await decided.promise;
  const held = await ledger.balance(budget);
  const outcomes = await Promise.all(calls);
  return { simulator, client, held, outcomes };
}

async function holds(ledger: Ledger): Promise<void> {
  const budget = scope({ id: 'five dollars', limitUsd: '5' });
  const { simulator, client, held, outcomes } = await thousandCalls(ledger, budget);
  expect(held).toEqual({ settled: 0n, reserved: budget.limit, closed: false });
  expect(outcomes.filter((outcome) => outcome === 'answered')).toHaveLength(50);
  expect(outcomes.filter((outcome) => outcome === 'budget')).toHaveLength(950);
  expect(simulator.books.requests).toHaveLength(50);
  // They settled for less, so there is room again.
  const { settled, reserved } = await ledger.balance(budget);
  expect(reserved).toBe(0n);
  expect(settled < (budget.limit ?? 0n)).toBe(true);
  await client.ask('Explain a for loop');
  expect(simulator.books.requests).toHaveLength(51);
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
  const pool = new Pool({ connectionString: server.connectionString, max: 8 });
  const ledger = postgresLedger({ pool, schema: `farebox_calls_${process.pid}` });
  await holds(ledger);
  await ledger.close();
  await pool.query(`DROP SCHEMA farebox_calls_${process.pid} CASCADE`);
  await pool.end();
  await server.stop();
}, 120_000);
