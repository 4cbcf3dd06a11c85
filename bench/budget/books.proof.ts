import { beforeAll, expect, it } from 'vitest';
import { warmUp } from '../faults/venues/warm-up.ts';
import { type BooksStore, inMemory, inPostgres, inSqlite } from './books/books-store.ts';
import { playSeeds } from './books/play-seeds.ts';
import { openPool, startPostgres } from './postgres-server.ts';

beforeAll(warmUp);

/** As in books.test.ts, on seeds of their own. */
async function holds(name: string, first: number, count: number, store: BooksStore): Promise<void> {
  const { broken, billed, left, refused } = await playSeeds({ first, count }, store);
  expect(broken).toEqual([]);
  console.info(
    `${name}, ${count} seeds: ${billed} requests billed, ${left} of them after the client had left, ${refused} calls refused`,
  );
}

it(
  'the books stay within the limit and the ledger over 3,000 seeds in memory',
  () => holds('memory', 1_001, 3_000, inMemory),
  900_000,
);

it(
  'the books stay within the limit and the ledger over 1,000 seeds in SQLite',
  () => holds('SQLite', 10_001, 1_000, inSqlite()),
  900_000,
);

it('the books stay within the limit and the ledger over 200 seeds in PostgreSQL', async () => {
  const server = await startPostgres();
  const pool = openPool(server.connectionString, 4);
  await holds('PostgreSQL', 20_001, 200, inPostgres(pool));
  await pool.end();
  await server.stop();
}, 900_000);
