import { ChatError } from '@farebox/core';
import type { PostgresPool } from './postgres-pool.js';
import { migrations } from './schema.js';

/** Any number: all ledgers that bring tables up to date wait for each other on it. */
const lock = 7_166_265;

/**
 * Makes the schema, or brings it up to date. One query per step, so that it is one transaction wherever a
 * pooler sends it, and only one process at a time does it.
 *
 * @throws {ChatError} `store` with code `new-version` where a newer Farebox has written.
 */
export async function migrate(pool: PostgresPool, schema: string): Promise<void> {
  if ((await versionOf(pool, schema)) === migrations.length) return;
  for (const [index, step] of migrations.entries()) {
    // The lock is a statement before: within one, the catalogue would be as it was before the wait.
    await pool.query(`SELECT pg_advisory_xact_lock(${lock});
    DO $migrate$ BEGIN
      CREATE SCHEMA IF NOT EXISTS ${schema};
      CREATE TABLE IF NOT EXISTS ${schema}.versions (version integer PRIMARY KEY);
      IF NOT EXISTS (SELECT 1 FROM ${schema}.versions WHERE version = ${index + 1}) THEN
        EXECUTE $step$ ${step(schema)} $step$;
        INSERT INTO ${schema}.versions VALUES (${index + 1});
      END IF;
    END $migrate$`);
  }
  const version = await versionOf(pool, schema);
  if (version <= migrations.length) return;
  throw new ChatError({
    kind: 'store',
    code: 'new-version',
    message: `The schema ${schema} has version ${version}, and this Farebox knows ${migrations.length}.`,
    fix: 'Update @farebox/cost: a newer one has written there.',
  });
}

async function versionOf(pool: PostgresPool, schema: string): Promise<number> {
  const there = await pool.query('SELECT to_regclass($1) IS NOT NULL AS there', [
    `${schema}.versions`,
  ]);
  if (there.rows[0]?.there !== true) return 0;
  const { rows } = await pool.query(`SELECT max(version) AS version FROM ${schema}.versions`);
  return Number(rows[0]?.version ?? 0);
}
