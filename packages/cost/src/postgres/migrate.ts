import { ChatError } from '@farebox/core';
import type { PostgresPool } from './postgres-pool.js';
import { migrations } from './schema.js';

/** Any number: all ledgers that bring tables up to date wait for each other on it. */
const lock = 7_166_265;

/**
 * Makes the schema, or brings it up to date. One statement per step, so that it is one transaction wherever a
 * pooler sends it, and only one process at a time does it.
 *
 * @throws {ChatError} `store` with code `new-version` where a newer Farebox has written.
 */
export async function migrate(pool: PostgresPool, schema: string): Promise<void> {
  let version = await versionOf(pool, schema);
  while (version < migrations.length) {
    await takeStep(pool, schema, version);
    version = await versionOf(pool, schema);
  }
  if (version === migrations.length) return;
  throw new ChatError({
    kind: 'store',
    code: 'new-version',
    message: `The schema ${schema} has version ${version}, and this Farebox knows ${migrations.length}.`,
    fix: 'Update @farebox/cost: a newer one has written there.',
  });
}

async function takeStep(pool: PostgresPool, schema: string, version: number): Promise<void> {
  const step = migrations[version]?.(schema);
  try {
    await pool.query(`DO $migrate$ BEGIN
      PERFORM pg_advisory_xact_lock(${lock});
      CREATE SCHEMA IF NOT EXISTS ${schema};
      CREATE TABLE IF NOT EXISTS ${schema}.versions (version integer PRIMARY KEY);
      IF NOT EXISTS (SELECT 1 FROM ${schema}.versions WHERE version = ${version + 1}) THEN
        EXECUTE $step$ ${step} $step$;
        INSERT INTO ${schema}.versions VALUES (${version + 1});
      END IF;
    END $migrate$`);
  } catch (error) {
    // Who waited for the lock may still have the catalogue of before in its cache, whatever it then asks.
    // What another has made meanwhile is found by asking anew.
    if (!wasMadeMeanwhile(error)) throw error;
  }
}

/** Unique violation, duplicate schema, duplicate table. */
function wasMadeMeanwhile(error: unknown): boolean {
  return ['23505', '42P06', '42P07'].includes(String((error as { code?: unknown })?.code));
}

async function versionOf(pool: PostgresPool, schema: string): Promise<number> {
  const there = await pool.query('SELECT to_regclass($1) IS NOT NULL AS there', [
    `${schema}.versions`,
  ]);
  if (there.rows[0]?.there !== true) return 0;
  const { rows } = await pool.query(`SELECT max(version) AS version FROM ${schema}.versions`);
  return Number(rows[0]?.version ?? 0);
}
