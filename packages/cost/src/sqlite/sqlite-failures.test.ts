import {
  closeSync,
  mkdirSync,
  openSync,
  renameSync,
  rmdirSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { costing, refusal, reservationOf } from '../conformance/samples.js';
import { fillDisk, limitedPages } from './fixtures/full-disk.js';
import { lockInProcess } from './fixtures/lock-in-process.js';
import { temporaryFolder } from './fixtures/temporary-folder.js';
import { sqliteLedger } from './sqlite-ledger.js';

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

describe('sqliteLedger, when the file cannot be used', () => {
  it('does nothing before it is used, and says what is wrong at the first use, not later', async () => {
    writeFileSync(join(folder.path, 'new'), 'a file where the folder should be');
    const ledger = sqliteLedger({ file });
    await expect(ledger.reserve(reservationOf('a', 1n, [session]))).rejects.toMatchObject({
      kind: 'store',
      message: expect.stringContaining(file),
    });
    await ledger.close();
  });

  it('opens at a later call when what was in the way is gone', async () => {
    mkdirSync(file, { recursive: true });
    const ledger = sqliteLedger({ file });
    await expect(ledger.balance('session')).rejects.toMatchObject({ kind: 'store' });
    rmdirSync(file);
    expect(await ledger.balance('session')).toMatchObject({ settled: 0n });
    await ledger.close();
  });

  it('refuses to write where it may only read, names the file and the fix, and reads all the same', async () => {
    await written();
    const writer = sqliteLedger({ file });
    await writer.reserve(reservationOf('held', 10n, [session]));
    await writer.close();
    const ledger = sqliteLedger({ file, readOnly: true });
    const refused = ledger.reserve(reservationOf('b', 1n, [session]));
    await expect(refused).rejects.toMatchObject({
      kind: 'store',
      code: 'read-only',
      message: expect.stringContaining(file),
      fix: expect.stringContaining('readOnly'),
    });
    for (const asked of [
      ledger.settle('held', costing(1n)),
      ledger.release('held', refusal),
      ledger.reopen('session'),
      ledger.prune(Date.now() + 1000),
    ]) {
      await expect(asked).rejects.toMatchObject({ kind: 'store', code: 'read-only' });
    }
    expect(await ledger.balance('session')).toMatchObject({ settled: 50n, reserved: 10n });
    expect(await ledger.receipts()).toHaveLength(1);
    expect(await ledger.check()).toEqual([]);
    await ledger.close();
  });

  it('waits for another process that has the file locked, and goes on when it ends', async () => {
    await written();
    const ledger = sqliteLedger({ file, busyTimeoutMs: 60_000 });
    await ledger.balance('session');
    const other = await lockInProcess(file);
    let isReserved = false;
    const reserving = ledger.reserve(reservationOf('b', 1n, [session])).finally(() => {
      isReserved = true;
    });
    for (let look = 0; look < 20; look++) await ledger.balance('session');
    expect(isReserved).toBe(false);
    await other.end();
    await expect(reserving).resolves.toMatchObject({ amount: 1n });
    expect(await ledger.check()).toEqual([]);
    await ledger.close();
  }, 30_000);

  it('gives up on a file that stays locked, in time, without having reserved anything', async () => {
    await written();
    const other = new DatabaseSync(file);
    const ledger = sqliteLedger({ file, busyTimeoutMs: 30 });
    await ledger.balance('session');
    other.exec('BEGIN IMMEDIATE');
    await expect(ledger.reserve(reservationOf('b', 1n, [session]))).rejects.toMatchObject({
      kind: 'store',
      code: 'locked',
      message: expect.stringContaining(file),
      fix: expect.stringContaining('busyTimeoutMs'),
    });
    expect(await ledger.balance('session')).toMatchObject({ reserved: 0n });
    other.exec('COMMIT');
    other.close();
    await ledger.close();
  });

  it('says that the disk is full, at a reservation and at a settlement, and goes on when there is room (max_page_count)', async () => {
    await fillDisk(file, limitedPages());
  }, 60_000);

  it('does not go on in a file that was deleted or replaced, and does when it is back', async () => {
    const ledger = sqliteLedger({ file });
    await ledger.reserve(reservationOf('a', 60n, [session]));
    const names = ['', '-wal', '-shm'].map((suffix) => `${file}${suffix}`);
    for (const name of names) renameSync(name, `${name}.away`);
    const moved = { kind: 'store', code: 'moved', message: expect.stringContaining(file) };
    const refused = async () => {
      for (const ask of [
        () => ledger.reserve(reservationOf('b', 60n, [session])),
        () => ledger.settle('a', costing(50n)),
        () => ledger.balance('session'),
        () => ledger.receipts(),
      ]) {
        await expect(ask()).rejects.toMatchObject(moved);
      }
    };
    await refused();
    // Another file there has the whole limit again; whoever has the old one open must not spend beside it.
    const fresh = sqliteLedger({ file });
    expect(await fresh.balance('session')).toMatchObject({ reserved: 0n });
    await refused();
    await fresh.close();
    for (const name of names) renameSync(`${name}.away`, name);
    expect(await ledger.balance('session')).toMatchObject({ reserved: 60n });
    await ledger.settle('a', costing(50n));
    expect(await ledger.check()).toEqual([]);
    await ledger.close();
  });

  it('says that a file is damaged inside, wherever a call comes upon it, and admits nothing', async () => {
    await written();
    const size = statSync(file).size;
    const handle = openSync(file, 'r+');
    // The first page is whole, so it opens: what it leads to is not.
    writeSync(handle, Buffer.alloc(size - 4096, 0xa5), 0, size - 4096, 4096);
    closeSync(handle);
    const ledger = sqliteLedger({ file });
    for (const asked of [
      ledger.reserve(reservationOf('b', 1n, [session])),
      ledger.settle('a', costing(1n)),
      ledger.balance('session'),
    ]) {
      await expect(asked).rejects.toMatchObject({
        kind: 'store',
        code: 'corrupt',
        message: expect.stringContaining(file),
        fix: expect.stringContaining('backup'),
      });
    }
    await ledger.close();
  });

  it('tells a damaged file, a file of something else and a file of a newer version apart', async () => {
    const cases: [string, () => void][] = [
      [
        'corrupt',
        () =>
          writeFileSync(file, 'this is a text, and long enough to be none of ours. '.repeat(40)),
      ],
      ['not-a-ledger', () => foreign('CREATE TABLE notes (text TEXT)', 0)],
      ['new-version', () => foreign('CREATE TABLE accounts (text TEXT)', 0x66617265)],
    ];
    for (const [code, spoil] of cases) {
      folder.remove();
      mkdirSync(join(folder.path, 'new'), { recursive: true });
      spoil();
      const ledger = sqliteLedger({ file });
      await expect(ledger.reserve(reservationOf('b', 1n, [session]))).rejects.toMatchObject({
        kind: 'store',
        code,
        message: expect.stringContaining(file),
      });
      await ledger.close();
    }
  });

  it('does not let one call that cannot be written take those down that share its transaction', async () => {
    const ledger = sqliteLedger({ file });
    const unwritable = { tags: { wrong: 1n as never } };
    const results = await Promise.allSettled([
      ledger.reserve(reservationOf('a', 10n, [session])),
      ledger.reserve(reservationOf('b', 10n, [session], unwritable)),
      ledger.reserve(reservationOf('c', 10n, [session])),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await ledger.balance('session')).toMatchObject({ reserved: 20n });
    expect(await ledger.check()).toEqual([]);
    await ledger.close();
  });
});

/** A database that another program, or a later version, has made. */
function foreign(sql: string, applicationId: number): void {
  const database = new DatabaseSync(file);
  database.exec(sql);
  database.exec(`PRAGMA application_id = ${applicationId}`);
  database.exec('PRAGMA user_version = 99');
  database.close();
}
