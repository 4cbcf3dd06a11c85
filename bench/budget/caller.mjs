/**
 * A process that makes whole calls, all at once, against a budget that it shares with others. It says on stdout, one
 * JSON line each, what became of every call.
 *
 * node caller.mjs <file or postgres://…#schema> <base URL> <calls>
 */
import { ChatClient } from '@farebox/chat';
import { scope } from '@farebox/cost';
import { postgresLedger } from '@farebox/cost/postgres';
import { sqliteLedger } from '@farebox/cost/sqlite';
import { Pool } from 'pg';
import { tenCentAnswers } from './ten-cent-answers.mjs';

const [, , store = '', baseURL, calls] = process.argv;
const [connectionString, schema] = store.split('#');
const pool = schema === undefined ? undefined : new Pool({ connectionString, max: 4 });
// What idle connections suffer is no concern of a call: the next query says it.
pool?.on('error', () => {});
const ledger = pool
  ? postgresLedger({ pool, schema, patienceMs: 60_000 })
  : sqliteLedger({ file: store, busyTimeoutMs: 60_000 });
const client = new ChatClient({
  model: 'gpt-4o-mini',
  apiKey: 'sk-of-the-test-0000000000',
  baseURL,
  max_completion_tokens: 1000,
  prices: tenCentAnswers,
  ledger,
  budget: scope({ id: 'five dollars', limitUsd: '5' }),
  retry: false,
  // Answers are held back until every call of every process is decided.
  clocks: { headersMs: 600_000, firstChunkMs: 600_000 },
});
const call = async () => {
  try {
    await client.ask('Explain a for loop');
    return 'answered';
  } catch (error) {
    return error instanceof Error && 'kind' in error ? error.kind : String(error);
  }
};
await Promise.all(
  Array.from({ length: Number(calls) }, async () => {
    console.log(JSON.stringify({ outcome: await call() }));
  }),
);
await ledger.close();
await pool?.end();
