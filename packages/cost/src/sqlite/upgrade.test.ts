import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { costing, reservationOf } from '../conformance/samples.js';
import { temporaryFolder } from './fixtures/temporary-folder.js';
import { writeVersion1 } from './fixtures/version-1.js';
import { sqliteLedger } from './sqlite-ledger.js';

let folder: ReturnType<typeof temporaryFolder>;
let file: string;

beforeEach(() => {
  folder = temporaryFolder();
  file = join(folder.path, 'ledger.db');
  writeVersion1(file);
});
afterEach(() => folder.remove());

const noon = Date.UTC(2026, 10, 28, 12);
const content = { request: { model: 'gpt-4o-mini' }, choices: [], truncated: false };

function tablesOf(path: string) {
  const database = new DatabaseSync(path, { readOnly: true });
  const rows = database.prepare('SELECT name, sql FROM sqlite_schema ORDER BY name').all();
  const version = database.prepare('PRAGMA user_version').get();
  database.close();
  return [version, ...rows.map(({ name, sql }) => [name, String(sql).replace(/\s+/g, ' ')])];
}

describe('a file that version 1 has written', () => {
  it('keeps its receipts, balances and reservations to the picodollar, and has contents from now on', async () => {
    const ledger = sqliteLedger({ file, now: () => noon + 3_600_000 });
    expect(await ledger.check()).toEqual([]);
    const [settled, refused] = await ledger.receipts({ content: true });
    expect(settled).toMatchObject({
      id: 'settled/1',
      sequence: 1,
      outcome: 'completed',
      cost: { known: 'reported', amount: 4_200_000n },
      lines: [{ amount: 3_000_000n }, { amount: 1_200_000n }],
      tags: { team: 'red' },
      scopeIds: ['session', 'user'],
      reserved: 100_000_000n,
      reservedAt: noon,
      settledAt: noon + 1500,
    });
    expect(settled).not.toHaveProperty('content');
    expect(refused).toMatchObject({ id: 'refused/1', sequence: 2, resolution: 'released' });
    // Its lease was over, so the reservation of its holder was resolved when the file was opened.
    const [, , lost] = await ledger.receipts();
    expect(lost).toMatchObject({ id: 'held/1', outcome: 'lost', resolution: 'expired' });
    expect(await ledger.balance('session')).toEqual({
      settled: 104_200_000n,
      reserved: 0n,
      closed: false,
    });

    await ledger.settle('held/1', costing(1n, { content }));
    await ledger.reserve(reservationOf('new', 5n, [{ id: 'session', limit: 10n ** 9n }]));
    await ledger.settle('new', costing(3n, { content }));
    const contents = (await ledger.receipts({ content: true })).map((receipt) => receipt.content);
    expect(contents).toEqual([undefined, undefined, content, content]);
    expect(await ledger.balance('session')).toMatchObject({ settled: 4_200_004n });
    expect(await ledger.prune(noon + 1501)).toBe(2);
    expect(await ledger.check()).toEqual([]);
    await ledger.close();
  });

  it('ends with the tables of a new one, also where several bring it up to date at once', async () => {
    const ledgers = Array.from({ length: 5 }, () => sqliteLedger({ file }));
    await Promise.all(ledgers.map((ledger) => ledger.receipts()));
    for (const ledger of ledgers) await ledger.close();
    const fresh = join(folder.path, 'fresh.db');
    const ledger = sqliteLedger({ file: fresh });
    await ledger.receipts();
    await ledger.close();
    expect(tablesOf(file)).toEqual(tablesOf(fresh));
  });

  it('is not changed by who may only read, and is told how to be brought up to date', async () => {
    const before = tablesOf(file);
    const ledger = sqliteLedger({ file, readOnly: true });
    await expect(ledger.receipts()).rejects.toMatchObject({ kind: 'store', code: 'old-version' });
    expect(tablesOf(file)).toEqual(before);
  });
});
