import type { Ledger } from '@farebox/cost';
import { beforeAll, expect, it } from 'vitest';
import { warmUp } from '../faults/venues/warm-up.ts';
import { type BooksStore, inMemory, inSqlite } from './books/books-store.ts';
import { playSeeds } from './books/play-seeds.ts';

beforeAll(warmUp);

const stores: readonly [name: string, count: number, store: () => BooksStore][] = [
  ['in memory', 200, () => inMemory],
  ['in SQLite', 100, inSqlite],
];

it.each(stores)(
  'with a ledger %s, over %i seeds of faults and aborts, the provider bills no more than the limit, and no more than the ledger says',
  { timeout: 120_000 },
  async (_name, count, store) => {
    const { broken, billed, left, refused } = await playSeeds({ first: 1, count }, store());
    expect(broken).toEqual([]);
    // What was not played shows nothing.
    for (const happened of [billed, left, refused]) expect(happened).toBeGreaterThan(count / 2);
  },
);

/** What other tools do with a call that failed or was aborted. */
const releasesFailures = (ledger: Ledger): Ledger => ({
  ...ledger,
  settle: (id, settlement) =>
    settlement.outcome === 'completed'
      ? ledger.settle(id, settlement)
      : ledger.release(id, settlement),
});
const forgetsLimits = (ledger: Ledger): Ledger => ({
  ...ledger,
  reserve: (asked) =>
    ledger.reserve({ ...asked, scopes: asked.scopes.map(({ limit: _, ...scope }) => scope) }),
});

it.each([
  ['gives back what a failed attempt had reserved', releasesFailures, 'and the provider bills'],
  ['admits whatever is asked for', forgetsLimits, 'whose limit is'],
] as const)(
  'a ledger that %s is found out by the books',
  { timeout: 120_000 },
  async (_what, spoil, sentence) => {
    const { broken } = await playSeeds({ first: 1, count: 40 }, inMemory, spoil);
    expect(broken.join('\n')).toContain(sentence);
  },
);
