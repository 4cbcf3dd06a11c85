import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CheckedLedger, memoryLedger } from '@farebox/cost';
import { postgresLedger } from '@farebox/cost/postgres';
import { sqliteLedger } from '@farebox/cost/sqlite';
import type { Pool } from 'pg';
import type { OpenStore } from '../../simulation/world/tracked-ledger.ts';

/** Where the ledgers of a seed count; each opens a fresh one. */
export interface BooksStore {
  readonly open: OpenStore;
  /** What is wrong in the ledgers opened since the last time, by their own check; then they are gone. */
  closeAll(): Promise<readonly string[]>;
}

export const inMemory: BooksStore = {
  open: (now) => memoryLedger({ now }),
  closeAll: async () => [],
};

export function inSqlite(): BooksStore {
  let files = 0;
  return checked(
    () => mkdtempSync(join(tmpdir(), 'farebox-books-')),
    (folder, now) => sqliteLedger({ file: join(folder, `${files++}.db`), now }),
    async (folder) => rmSync(folder, { recursive: true }),
  );
}

export function inPostgres(pool: Pool): BooksStore {
  let schemas = 0;
  return checked(
    () => `farebox_books_${process.pid}_${schemas++}`,
    (schema, now) => postgresLedger({ pool, schema, now }),
    async (schema) => void (await pool.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`)),
  );
}

function checked(
  place: () => string,
  open: (place: string, now: () => number) => CheckedLedger,
  remove: (place: string) => Promise<void>,
): BooksStore {
  let opened: { readonly ledger: CheckedLedger; readonly at: string }[] = [];
  return {
    open(now) {
      const at = place();
      const ledger = open(at, now);
      opened.push({ ledger, at });
      return ledger;
    },
    async closeAll() {
      const problems: string[] = [];
      for (const { ledger, at } of opened.splice(0)) {
        problems.push(...(await ledger.check()));
        await ledger.close();
        await remove(at);
      }
      opened = [];
      return problems;
    },
  };
}
