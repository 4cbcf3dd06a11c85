import { statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { costing, refusal, reservationOf } from '../conformance/samples.js';
import { temporaryFolder } from './fixtures/temporary-folder.js';
import { openSqliteLedger, sqliteLedger } from './sqlite-ledger.js';

const session = { id: 'session', limit: 100n };
let folder: ReturnType<typeof temporaryFolder>;
let file: string;

beforeEach(() => {
  folder = temporaryFolder();
  file = join(folder.path, 'new', 'ledger.db');
});
afterEach(() => folder.remove());

/** A ledger with one receipt and one hold in it, closed. */
async function written() {
  const ledger = sqliteLedger({ file });
  await ledger.reserve(reservationOf('a', 60n, [session]));
  await ledger.settle('a', costing(50n));
  await ledger.close();
}

describe('sqliteLedger', () => {
  it('makes its folder and its file for this user alone, whatever the umask leaves open', async () => {
    const ledger = sqliteLedger({ file });
    await ledger.reserve(reservationOf('a', 60n, [session]));
    expect(statSync(join(folder.path, 'new')).mode & 0o777).toBe(0o700);
    for (const name of [file, `${file}-wal`, `${file}-shm`]) {
      expect(statSync(name).mode & 0o777).toBe(0o600);
    }
    await ledger.close();
  });

  it('writes through to the disk, in a log that processes can share', async () => {
    await written();
    const database = new DatabaseSync(file);
    expect(database.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
    database.close();
    const { ledger } = openSqliteLedger({ file });
    expect(await ledger.check()).toEqual([]);
    await ledger.close();
  });

  it('notices a balance that does not agree with its reservations and receipts', async () => {
    await written();
    const database = new DatabaseSync(file);
    database.exec('UPDATE accounts SET settled = settled - 1');
    database.close();
    const ledger = sqliteLedger({ file });
    expect(await ledger.check()).toEqual([
      'The balance of session is not what its reservations and receipts come to.',
    ]);
    await ledger.close();
  });

  it('agrees with itself after receipts were pruned', async () => {
    await written();
    const ledger = sqliteLedger({ file });
    await ledger.reserve(reservationOf('b', 7n, [session]));
    await ledger.settle('b', costing(7n));
    expect(await ledger.prune(Date.now() + 1000)).toBe(2);
    expect(await ledger.balance('session')).toMatchObject({ settled: 57n });
    expect(await ledger.check()).toEqual([]);
    await ledger.close();
  });

  it('forgets the balance of a single call with its receipts, and not while it is held', async () => {
    const perCall = { id: 'answer', limit: 10n, per: 'call' as const };
    const ledger = sqliteLedger({ file, now: () => 1000 });
    await ledger.reserve(reservationOf('over', 5n, [perCall]));
    await ledger.settle('over', costing(5n));
    await ledger.reserve(reservationOf('held', 5n, [perCall]));
    expect(await ledger.prune(2000)).toBe(1);
    expect(await ledger.balance(perCall, 'over')).toMatchObject({ settled: 0n });
    expect(await ledger.balance(perCall, 'held')).toMatchObject({ reserved: 5n });
    await ledger.close();
  });

  it('admits nothing more at $4.6 million, long before 64 bits are full', async () => {
    const ledger = sqliteLedger({ file });
    const counted = { id: 'company' };
    await ledger.reserve(reservationOf('a', 2n ** 62n - 5n, [counted]));
    await ledger.settle('a', costing(2n ** 62n - 5n));
    await ledger.reserve(reservationOf('b', 5n, [counted]));
    for (const amount of [1n, 2n ** 62n, 2n ** 63n, 2n ** 80n]) {
      const asked = reservationOf(`c${amount}`, amount, [counted]);
      await expect(ledger.reserve(asked)).rejects.toMatchObject({ kind: 'store' });
    }
    await expect(ledger.settle('b', costing(2n ** 63n))).rejects.toMatchObject({
      kind: 'store',
      code: 'too-large',
    });
    await ledger.settle('b', costing(2n ** 62n));
    expect(await ledger.balance('company')).toMatchObject({ settled: 2n ** 63n - 5n });
    const [sum] = await ledger.spend({ by: 'model' });
    expect(sum?.amount).toBe(2n ** 63n - 5n);
    await ledger.reserve(reservationOf('d', 0n, []));
    await ledger.settle('d', costing(2n ** 62n));
    expect((await ledger.spend({ by: 'model' }))[0]?.amount).toBe(2n ** 63n - 5n + 2n ** 62n);
    await ledger.close();
  });

  it('keeps a receipt whose usage is nonsense, and counts no tokens from it', async () => {
    const ledger = sqliteLedger({ file });
    const usage = { prompt_tokens: 1.5, completion_tokens: 1e30, total_tokens: -1 };
    await ledger.reserve(reservationOf('a', 1n, []));
    const { usage: kept } = await ledger.settle('a', costing(1n, { usage }));
    expect(kept).toEqual(usage);
    expect(await ledger.spend({ by: 'model' })).toMatchObject([
      { inputTokens: 0, outputTokens: 0 },
    ]);
    await ledger.close();
  });

  it('takes a holder elsewhere for dead only once its lease is over', async () => {
    let now = 1_000_000;
    const elsewhere = { liveness: () => 'unknown' as const };
    const gone = openSqliteLedger({ file, now: () => now, leaseMs: 60_000 }, elsewhere);
    await gone.ledger.reserve(reservationOf('a', 10n, [session]));
    gone.abandon();
    const { ledger } = openSqliteLedger({ file, now: () => now }, elsewhere);
    now += 60_000;
    expect(await ledger.recover()).toEqual([]);
    now += 1;
    expect(await ledger.recover()).toMatchObject([{ id: 'a', outcome: 'lost' }]);
    await ledger.close();
  });

  it('leaves what was held when it was closed to its lease, and settles it when asked in time', async () => {
    let now = 1_000_000;
    const first = sqliteLedger({ file, now: () => now, leaseMs: 60_000 });
    await first.reserve(reservationOf('a', 10n, [session]));
    await first.reserve(reservationOf('b', 10n, [session]));
    await first.close();
    const second = sqliteLedger({ file, now: () => now });
    expect(await second.balance('session')).toMatchObject({ reserved: 20n });
    await second.release('a', refusal);
    now += 60_001;
    expect(await second.recover()).toMatchObject([{ id: 'b', resolution: 'expired' }]);
    await second.close();
  });

  it('refuses everything after it was closed', async () => {
    const ledger = sqliteLedger({ file });
    await ledger.reserve(reservationOf('a', 10n, [session]));
    await ledger.close();
    await ledger.close();
    await expect(ledger.settle('a', costing(1n))).rejects.toMatchObject({ code: 'closed' });
  });
});
